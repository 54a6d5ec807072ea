/** The words of Settings › Appearance. */
export const appearanceText = {
  title: 'Appearance',
  what: 'Counts on this machine only.',
  system: 'As the system',
  language: 'Language',
  languageMeaning:
    'What BigCommerce, the ledger and printed paper say stays in English. The screens are read anew; nothing is lost.',
  theme: 'Light or dark',
  themes: { light: 'Light', dark: 'Dark' },
} as const;
