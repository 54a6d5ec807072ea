/** Some browsers name languages that are not valid tags (`en-US@posix`), which `Intl` refuses. */
const isTag = (language: string): boolean => {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
};

/** The words are English; of the English ways to write dates and figures, the machine's own when it has one. */
export const locale =
  globalThis.navigator?.languages?.find((language) => language.startsWith('en') && isTag(language)) ?? 'en-GB';
