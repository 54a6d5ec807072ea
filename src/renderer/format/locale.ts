import { createStore } from 'zustand/vanilla';
import { language } from './language.ts';

/** How a window writes, as tags for `Intl`. */
export interface Locale {
  /** Figures, money, days in digits, the clock: as the outlet writes them. */
  readonly figures: string;
  /** Days with the names of weekdays and months: in the language of the words, as the outlet's region writes them. */
  readonly days: string;
}

/** Some browsers name languages that are not valid tags (`en-US@posix`), which `Intl` refuses. */
const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
};

const usual = { en: 'en-GB', de: 'de-DE' } as const;

/** Of the ways to write in the language of the words, the machine's own when it has one. */
export const machineTag =
  globalThis.navigator?.languages?.find((tag) => tag.startsWith(language) && isTag(tag)) ?? usual[language];

/** For the locale of an outlet; null for an outlet without one, which is written as the machine does, by a clock of 24 hours. */
export const localeFor = (outlets: string | null): Locale => {
  if (outlets === null) return { figures: `${new Intl.Locale(machineTag, { hourCycle: 'h23' })}`, days: machineTag };
  const { region } = new Intl.Locale(outlets);
  // Digits that can also be typed.
  return { figures: `${new Intl.Locale(outlets, { numberingSystem: 'latn' })}`, days: `${language}-${region}` };
};

const storageKey = 'tillbridge.locale';

/** What was last read, so that the first rows of a window are written right before the app has told. */
const remembered = (): string | null => {
  const tag = globalThis.localStorage?.getItem(storageKey) ?? null;
  return tag !== null && isTag(tag) ? tag : null;
};

/** How this window writes now. Every format follows it; what is drawn is drawn anew when it changes. */
export const localeNow = createStore<Locale>(() => localeFor(remembered()));

/** The outlet's locale, as the app tells it. */
export const setLocale = (outlets: string | null): void => {
  if (outlets === null) globalThis.localStorage?.removeItem(storageKey);
  else globalThis.localStorage?.setItem(storageKey, outlets);
  const next = localeFor(outlets);
  if (next.figures !== localeNow.getState().figures) localeNow.setState(next);
};

/**
 * What is made of a locale and a name (of a currency, of a time zone), each made once; without a locale, of that of now. Rows
 * ask for it by the thousand, so that it costs two look-ups.
 */
export const perLocale = <T>(make: (locale: Locale, name: string) => T) => {
  const made = new Map<string, Map<string, T>>();
  return (name = '', locale = localeNow.getState()): T => {
    let ofLocale = made.get(locale.figures);
    if (ofLocale === undefined) {
      ofLocale = new Map();
      made.set(locale.figures, ofLocale);
    }
    let known = ofLocale.get(name);
    if (known === undefined) {
      known = make(locale, name);
      ofLocale.set(name, known);
    }
    return known;
  };
};
