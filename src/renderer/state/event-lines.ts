import type { AppEvent } from './bridge.ts';

/**
 * The events in a text/event-stream body, as they arrive. `onSign` is called for every piece of it, heartbeats too.
 * Ends when the stream ends; throws when it breaks.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onSign: () => void,
): AsyncGenerator<AppEvent, void, undefined> {
  const decoder = new TextDecoder();
  let unfinished = '';
  for await (const piece of body) {
    onSign();
    const lines = (unfinished + decoder.decode(piece, { stream: true })).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      const event: AppEvent = JSON.parse(line.slice('data:'.length));
      yield event;
    }
  }
}
