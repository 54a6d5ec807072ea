import { language } from './language.ts';

/** Some browsers name languages that are not valid tags (`en-US@posix`), which `Intl` refuses. */
const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
};

const usual = { en: 'en-GB', de: 'de-DE' } as const;

/** Of the ways to write dates and figures in the language of the words, the machine's own when it has one. */
export const locale =
  globalThis.navigator?.languages?.find((tag) => tag.startsWith(language) && isTag(tag)) ?? usual[language];
