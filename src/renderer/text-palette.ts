/** The words of the command palette. */
export const paletteText = {
  title: 'Commands',
  search: 'Type what you want to do',
  list: 'What can be done now',
  groups: { record: 'This record', list: 'This screen', go: 'Go to', window: 'This window' },
  nothing: (typed: string) => `Nothing to do is called “${typed}”.`,
  language: (name: string) => `Language: ${name}`,
  theme: (name: string) => `Appearance: ${name}`,
} as const;
