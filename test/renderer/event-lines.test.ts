import { describe, expect, test, vi } from 'vitest';
import { pauseBefore } from '../../src/renderer/state/browser-bridge.ts';
import { readEvents } from '../../src/renderer/state/event-lines.ts';

const streamOf = (...pieces: (string | Uint8Array)[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const piece of pieces)
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
      controller.close();
    },
  });

const eventsIn = async (stream: ReadableStream<Uint8Array>, onSign: () => void = () => undefined) => {
  const events: unknown[] = [];
  for await (const event of readEvents(stream, onSign)) events.push(event);
  return events;
};

const event = { type: 'records', nouns: ['sales'] };
const line = `data: ${JSON.stringify(event)}\n\n`;

describe('the event stream of the browser host', () => {
  test('events are read however the network cuts them, also inside a letter', async () => {
    const named = { type: 'records', nouns: ['sales'], who: 'Ní Bhraonáin' };
    const bytes = new TextEncoder().encode(`data: ${JSON.stringify(named)}\n\n`);
    const cut = bytes.indexOf(0xc3) + 1;
    expect(await eventsIn(streamOf(line.slice(0, 9), line.slice(9), bytes.slice(0, cut), bytes.slice(cut)))).toEqual([
      event,
      named,
    ]);
  });

  test('a heartbeat is a sign of life and no event', async () => {
    const onSign = vi.fn(() => undefined);
    expect(await eventsIn(streamOf(':\n\n', ':\n\n', line), onSign)).toEqual([event]);
    expect(onSign).toHaveBeenCalledTimes(3);
  });

  test('a lost app is asked for again soon, then less often, at last every ten seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(pauseBefore)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });
});
