import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/contract/procedure.ts';
import { askAhead } from '../../src/renderer/state/asked-ahead.ts';
import type { AppEvent, Bridge, Connection } from '../../src/renderer/state/bridge.ts';
import { createListeners } from '../../src/renderer/state/listeners.ts';

const firstRows = { segment: 'new', limit: 100 } as const;

/** An app that counts what it is asked. */
const countingBridge = () => {
  const asked: string[] = [];
  const events = createListeners<AppEvent>();
  const connections = createListeners<Connection>();
  const bridge = {
    call: (name: string): Promise<Reply> => {
      asked.push(name);
      return Promise.resolve({ ok: true, data: { rows: [], nextCursor: null } });
    },
    onEvent: events.add,
    onConnection: connections.add,
  } as Bridge;
  return { asked, bridge, tell: events.tell, connect: connections.tell };
};

describe('what a window asks while its screens are still being read', () => {
  test('is answered once to whoever asks the same, and asked anew after that', async () => {
    const { asked, bridge } = countingBridge();
    const { call } = askAhead(bridge, '');
    expect(asked).toEqual(['link.get', 'fulfillments.list']);
    await call('fulfillments.list', { segment: 'all', limit: 100 });
    expect(asked.length).toBe(3);
    await call('fulfillments.list', firstRows);
    expect(asked.length).toBe(3);
    await call('fulfillments.list', firstRows);
    expect(asked.length).toBe(4);
  });

  test('is not answered with what was so before a change: an order that came meanwhile is in the list (R14)', async () => {
    const { asked, bridge, tell } = countingBridge();
    const { call } = askAhead(bridge, '#/fulfillments');
    tell({ type: 'records', nouns: ['fulfillments'] });
    await call('fulfillments.list', firstRows);
    expect(asked).toEqual(['link.get', 'fulfillments.list', 'fulfillments.list']);
  });

  test('is not answered with what was so before the app was out of reach', async () => {
    const { asked, bridge, connect } = countingBridge();
    const { call } = askAhead(bridge, '');
    connect('connected');
    await call('fulfillments.list', firstRows);
    expect(asked).toEqual(['link.get', 'fulfillments.list', 'fulfillments.list']);
  });

  test('is no list where the address names another screen', () => {
    const { asked, bridge } = countingBridge();
    askAhead(bridge, '#/sales-history');
    expect(asked).toEqual(['link.get']);
  });
});
