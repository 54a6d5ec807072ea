/** Where shops write in several ways, the languages besides the one that most people there speak. */
const alsoWritten: Readonly<Record<string, readonly string[]>> = {
  AE: ['en'],
  BE: ['fr', 'de'],
  CA: ['fr'],
  CH: ['fr', 'it'],
  HK: ['en'],
  IN: ['en'],
  LU: ['de'],
  MY: ['en'],
  PH: ['en'],
  ZA: ['en'],
};

const nameOfRegion = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * A tag as it is spelled, `EN-gb` → `en-GB`; null for one that says less or more than a language and a region, or whose days
 * and figures this machine cannot write.
 */
export const localeOf = (tag: string): string | null => {
  try {
    const { language, region } = new Intl.Locale(tag);
    const spelled = `${language}-${region}`;
    const isWhole = Intl.getCanonicalLocales(tag)[0] === spelled;
    const isKnown = Intl.DateTimeFormat.supportedLocalesOf(spelled).length > 0;
    return isWhole && isKnown && nameOfRegion.of(region ?? '') !== undefined ? spelled : null;
  } catch {
    // `Intl` throws at what is no tag at all.
    return null;
  }
};

/**
 * How a store's shop writes, as far as the store says it. The country decides; its language only where shops of that country write
 * in several, for a store in Germany whose control panel is English still takes `12,50 €`. Null where the country is not told.
 */
export const localeOfStore = (store: {
  readonly language: string | null;
  readonly country: string | null;
}): string | null => {
  const country = store.country?.toUpperCase() ?? '';
  const language = store.language?.slice(0, 2).toLowerCase() ?? '';
  if (!/^[A-Z]{2}$/.test(country)) return null;
  if (alsoWritten[country]?.includes(language)) return localeOf(`${language}-${country}`);
  const { language: usual } = new Intl.Locale(`und-${country}`).maximize();
  return localeOf(`${usual}-${country}`);
};
