import type { App } from '../../app.ts';

const heartbeatMs = 15_000;
/** A window this far behind is cut off; it connects again and asks for what it shows. */
const mostWaiting = 1_000;

/** The app's events as server-sent events, with a comment line as heartbeat, until the reader goes away. */
export const eventStream = (onEvent: App['onEvent']): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let release = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string): void => {
        if ((controller.desiredSize ?? 0) < -mostWaiting) {
          release();
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs);
      const unsubscribe = onEvent((event) => send(`data: ${JSON.stringify(event)}\n\n`));
      release = () => {
        clearInterval(heartbeat);
        unsubscribe();
      };
      send(':\n\n');
    },
    cancel: () => release(),
  });
};
