import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createAlarmSound } from '../../src/renderer/state/alarm-sound.ts';
import { createAlarms } from '../../src/renderer/state/alarms.ts';
import type { AppClient } from '../../src/renderer/state/bridge.ts';
import { createLive } from '../../src/renderer/state/live.ts';
import { text } from '../../src/renderer/text.ts';

const alarmOf = (alarmId: string) => ({
  alarmId,
  at: '2026-11-23T14:02:00Z',
  productId: 'lamp',
  sku: 'LAMP',
  name: 'Lamp',
  onHand: 0,
  floor: 0,
  saleId: 'sale',
  orderId: '1042',
  fulfillmentId: 'fulfillment',
});

/** An app with these alarms, which takes them off its list as it is told to. */
const openAlarms = (ids: readonly string[]) => {
  let unseen = [...ids];
  const told: string[] = [];
  const call: AppClient = async (name: string, input: unknown) => {
    if (name === 'stock.alarmSeen') {
      const { alarmId } = input as { readonly alarmId?: string };
      unseen = unseen.filter((id) => alarmId !== undefined && id !== alarmId);
      return { ok: true, data: {} } as never;
    }
    return { ok: true, data: { rows: unseen.map(alarmOf) } } as never;
  };
  const live = createLive();
  const alarms = createAlarms({ call, live, sound: () => told.push('sound'), say: (notice) => told.push(notice) });
  const shown = () => alarms.store.getState().data?.rows.map((row) => row.alarmId);
  return { alarms, live, told, shown, raise: (id: string) => unseen.unshift(id) };
};

describe('last-one alarms in the window (N6)', () => {
  test('what rang while the window was closed is there when it opens, silently', async () => {
    const { shown, told } = openAlarms(['b', 'a']);
    await expect.poll(shown).toEqual(['b', 'a']);
    expect(told).toEqual([]);
  });

  test('a new one sounds and is shown first; seen, it goes, and the others stay', async () => {
    const { alarms, shown, told, raise } = openAlarms(['a']);
    await expect.poll(shown).toEqual(['a']);
    raise('b');
    alarms.ring();
    expect(told).toEqual(['sound']);
    await expect.poll(shown).toEqual(['b', 'a']);
    await alarms.seen('b');
    expect(shown()).toEqual(['a']);
    await alarms.seen();
    expect(shown()).toEqual([]);
  });

  test('one that another window has seen goes here too', async () => {
    const { live, shown, alarms } = openAlarms(['a']);
    await expect.poll(shown).toEqual(['a']);
    const other = alarms.seen('a');
    live.changed(['stock']);
    await other;
    expect(shown()).toEqual([]);
  });

  test('it says what is left in words: some, none, or how many are missing', () => {
    expect([2, 0, -3].map(text.alarms.left)).toEqual(['2 left', 'None left', '3 too few']);
  });
});

describe('the sound of an alarm', () => {
  const played: string[] = [];
  const openWindow = (kept: Record<string, string>, touched: boolean) => {
    played.length = 0;
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept[name] ?? null,
      setItem: (name: string, value: string) => {
        kept[name] = value;
      },
    });
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: touched } });
    class Sounding {
      readonly gain = { setTargetAtTime: () => undefined };
      readonly currentTime = 0;
      readonly resume = async () => undefined;
      readonly connect = (next: unknown) => next;
      readonly start = () => played.push('tone');
      readonly stop = () => undefined;
    }
    for (const name of ['AudioContext', 'OscillatorNode', 'GainNode']) vi.stubGlobal(name, Sounding);
  };
  beforeEach(() => () => vi.unstubAllGlobals());

  test('is on until somebody turns it off on this machine, and turned on again it is heard once', async () => {
    const kept = {};
    openWindow(kept, true);
    const sound = createAlarmSound(() => 'browser');
    sound.play();
    await expect.poll(() => played.length).toBeGreaterThan(0);
    sound.turn(false);
    played.length = 0;
    sound.play();
    createAlarmSound(() => 'browser').play();
    await Promise.resolve();
    expect(played).toEqual([]);
    sound.turn(true);
    await expect.poll(() => played.length).toBeGreaterThan(0);
  });

  test('a browser that nobody has touched yet stays silent without a complaint; the window of the app need not be', async () => {
    openWindow({}, false);
    createAlarmSound(() => 'browser').play();
    await Promise.resolve();
    expect(played).toEqual([]);
    createAlarmSound(() => 'electron').play();
    await expect.poll(() => played.length).toBeGreaterThan(0);
  });
});
