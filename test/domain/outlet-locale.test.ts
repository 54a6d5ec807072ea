import { describe, expect, test } from 'vitest';
import { localeOf, localeOfStore } from '../../src/main/domain/outlet-locale.ts';
import { storeMinute } from '../../src/main/domain/store-minute.ts';

describe('the locale of an outlet', () => {
  test('is a language and a region that can be written, and nothing else', () => {
    expect(['en-GB', 'EN-gb', 'de-AT', 'fr-CA'].map(localeOf)).toEqual(['en-GB', 'en-GB', 'de-AT', 'fr-CA']);
    for (const none of ['en', 'english', '', 'xx-GB', 'en-QX', 'en-GB-u-hc-h12', 'en_GB', 'en-US@posix']) {
      expect(localeOf(none), none).toBeNull();
    }
  });

  test('is suggested by the country of the store, and by its language where the country writes in several', () => {
    const of = (language: string | null, country: string | null) => localeOfStore({ language, country });
    expect([of('en', 'US'), of('en', 'GB'), of('en', 'AU')]).toEqual(['en-US', 'en-GB', 'en-AU']);
    expect(of('en', 'DE'), 'an English control panel in Germany').toBe('de-DE');
    expect([of('en', 'CA'), of('fr', 'CA'), of('fr_CA', 'ca')]).toEqual(['en-CA', 'fr-CA', 'fr-CA']);
    expect([of(null, 'CH'), of('it', 'CH')]).toEqual(['de-CH', 'it-CH']);
    for (const country of [null, '', 'Germany', 'QX']) expect(of('de', country), String(country)).toBeNull();
  });

  test('writes the day and the clock on paper; without one they are as they were', () => {
    const at = Date.UTC(2026, 10, 27, 14, 2);
    const on = (locale: string | null) => storeMinute(at, { timeZone: 'Europe/Berlin', locale });
    expect([on(null), on('de-DE'), on('en-GB')]).toEqual([
      '2026-11-27 at 15:02',
      '27.11.2026 at 15:02',
      '27/11/2026 at 15:02',
    ]);
    expect(on('en-US'), 'in spaces that a receipt printer has').toBe('11/27/2026 at 03:02 PM');
  });
});
