/** The languages of the screens, each by its own name, as somebody finds it who reads no other. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as Language[];

const storageKey = 'tillbridge.language';

const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'de';

const storage = (): Storage | undefined => globalThis.localStorage;

/** The language chosen on this machine; null while the system's is taken. */
export const chosenLanguage = (): Language | null => {
  const kept = storage()?.getItem(storageKey);
  return isLanguage(kept) ? kept : null;
};

/** The first of the system's languages that the screens speak; English where there is none. */
export const languageOf = (tags: readonly string[]): Language =>
  tags.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';

/** The language of this window, settled before its first word is read. */
export const language: Language = chosenLanguage() ?? languageOf(globalThis.navigator?.languages ?? []);

/** Keeps another language, or null for the system's, and reads the screens anew: every word of theirs changes. */
export const chooseLanguage = (next: Language | null): void => {
  if (next === null) storage()?.removeItem(storageKey);
  else storage()?.setItem(storageKey, next);
  window.location.reload();
};
