import { expect, test } from 'vitest';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

test('an outlet gets a locale from the facts of its store, a manager changes it, and the audit log tells (R6)', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const { storeHash, token, baseUrl: apiBase } = store;
  const check = await till.call('link.check', { storeHash, token, apiBase });
  expect(check.store?.locale, 'in English, in the United States').toBe('en-US');

  const { outletId } = till;
  const locales = async () => (await till.call('outlets.list', {})).rows.map(({ locale }) => locale);
  expect(await locales(), 'none was chosen: as each machine writes').toEqual([null]);
  await till.call('outlets.create', { name: 'Wien', timeZone: 'Europe/Vienna', currency: 'EUR', locale: 'de-at' });
  expect(await till.call('outlets.setLocale', { outletId, locale: 'en-ie' })).toEqual({ locale: 'en-IE' });
  expect(await locales()).toEqual(['en-IE', 'de-AT']);
  await till.call('outlets.setLocale', { outletId, locale: 'en-IE' });
  await till.call('outlets.setLocale', { outletId, locale: null });
  expect(await locales()).toEqual([null, 'de-AT']);

  for (const locale of ['German', 'en-GB-u-hc-h12']) {
    const refused = await till.reply('outlets.setLocale', { outletId, locale });
    expect(refused, locale).toMatchObject({ ok: false, fault: { code: 'invalid_input', field: 'locale' } });
    expect(refused.ok ? '' : refused.fault.message).toMatch(/such as en-GB/);
  }
  const nowhere = await till.reply('outlets.setLocale', { outletId: 'none', locale: 'en-GB' });
  expect(nowhere).toMatchObject({ ok: false, fault: { code: 'not_found' } });

  const { rows } = await till.call('audit.list', { what: 'outlets.setLocale' });
  expect(
    rows.map(({ before, after }) => [before, after]),
    'each change once, newest first',
  ).toEqual([
    [{ locale: 'en-IE' }, { locale: null }],
    [{ locale: null }, { locale: 'en-IE' }],
  ]);
});
