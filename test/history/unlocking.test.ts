import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { developmentKey } from '../../scripts/support-code/development-key.ts';
import { signCode } from '../../scripts/support-code/sign-code.ts';
import { newSession } from '../../src/main/app.ts';
import { checkSupportCode } from '../../src/main/history/support-code.ts';
import { supportKeys } from '../../src/main/history/support-keys.ts';
import { codeFor, openHistoryShop, rehearse, unlock } from './history-shop.ts';

const someOrders = (store: Parameters<Parameters<typeof openHistoryShop>[0]>[0]) => void store.placeOrders(3);

describe('unlocking the import of history (R77)', { timeout: 60_000 }, () => {
  test('it is locked until a code is entered: nothing is rehearsed, nothing imported, nothing of it asked of BigCommerce', async () => {
    const shop = await openHistoryShop(someOrders);
    const { till, store, storeName } = shop;
    const asked = store.received.length;
    expect((await till.call('history.status', {})).unlockedUntil).toBeNull();
    expect(await till.reply('history.rehearse', {})).toMatchObject({ fault: { code: 'history_locked' } });
    expect(await till.reply('history.import', { typedName: storeName })).toMatchObject({
      fault: { code: 'history_not_rehearsed' },
    });
    expect(store.received).toHaveLength(asked);
    await unlock(shop);
    expect((await till.call('history.status', {})).unlockedUntil).not.toBeNull();
    expect((await rehearse(shop)).outcome.sales.total).toBeGreaterThan(0);
  });

  test('only a manager may enter a code, rehearse, import and undo (R6)', async () => {
    const { till, store, storeName } = await openHistoryShop(someOrders);
    const nobody = newSession();
    for (const [name, input] of [
      ['history.unlock', { code: codeFor(store) }],
      ['history.rehearse', {}],
      ['history.import', { typedName: storeName }],
      ['history.undo', {}],
    ] as const) {
      expect(await till.app.dispatch(name, input, nobody)).toMatchObject({ fault: { code: 'manager_needed' } });
    }
    expect((await till.call('history.status', {})).unlockedUntil).toBeNull();
  });

  test('unlocking is logged, with the code and until when it is good (R77)', async () => {
    const shop = await openHistoryShop(someOrders);
    await unlock(shop);
    const { rows } = await shop.till.call('audit.list', { what: 'history.unlock' });
    expect(rows).toMatchObject([{ who: 'Manager', subject: shop.storeName, after: { code: 'code-1' } }]);
  });

  test('a code that was tampered with, has run out, is for another store or another use is refused, and says why', async () => {
    const { till, store } = await openHistoryShop(someOrders);
    const good = codeFor(store);
    const [head = '', facts = '', signature = ''] = good.split('.');
    const later = Buffer.from(Buffer.from(facts, 'base64url').toString().replace('"20', '"21')).toString('base64url');
    const refused = async (code: string) => {
      const reply = await till.reply('history.unlock', { code });
      return reply.ok ? 'taken' : `${reply.fault.code} ${reply.fault.field}: ${reply.fault.message}`;
    };
    expect(await refused([head, later, signature].join('.'))).toMatch(
      /^history_code_refused code: .* a letter of it is wrong/,
    );
    expect(await refused(good.slice(0, -8))).toContain('a letter of it is wrong');
    expect(await refused(codeFor(store, Date.now() - 1_000))).toContain('no longer good');
    expect(await refused(codeFor({ storeHash: 'another' }))).toContain('for another store');
    expect(await refused('2468')).toContain('no support code');
    expect((await till.call('history.status', {})).unlockedUntil).toBeNull();
    expect(await refused(` ${good.slice(0, 40)}\n  ${good.slice(40)}\r\n`), 'as a mail breaks it').toBe('taken');
  });

  const now = Date.parse('2026-11-26T12:00:00Z');
  const until = new Date(now + 1);
  const pair = generateKeyPairSync('ed25519');
  const ours = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const keys = [
    ...supportKeys.filter(({ forPracticeOnly }) => forPracticeOnly),
    {
      keyId: 'shop',
      publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      forPracticeOnly: false,
    },
  ];
  const check = { keys, storeHash: 'abc', isPractice: false, now };
  const signed = (privateKey: string, storeHash = 'abc') => signCode(privateKey, { storeHash, until, codeId: 'c' });

  test('the development key unlocks practice stores on this machine, and no shop', () => {
    expect(checkSupportCode(signed(developmentKey), check)).toBe('practice_only');
    expect(checkSupportCode(signed(developmentKey), { ...check, isPractice: true })).toMatchObject({ codeId: 'c' });
    expect(checkSupportCode(signed(ours), check)).toEqual({ codeId: 'c', storeHash: 'abc', expiresAt: now + 1 });
  });

  test('a code is good until its very instant, and another key’s is not genuine', () => {
    expect(checkSupportCode(signed(ours), { ...check, now: now + 1 })).toBe('expired');
    expect(checkSupportCode(signed(ours), { ...check, keys: supportKeys })).toBe('not_genuine');
    expect(checkSupportCode(signed(ours, 'abd'), check)).toBe('other_store');
  });

  test('this version has a key for shops, and the one whose private half is here is for practice only', () => {
    expect(supportKeys.some(({ forPracticeOnly }) => !forPracticeOnly)).toBe(true);
    expect(checkSupportCode(signed(developmentKey), { ...check, keys: supportKeys })).toBe('practice_only');
  });
});
