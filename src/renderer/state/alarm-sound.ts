import { createStore } from 'zustand/vanilla';
import type { HostKind } from '../../contract/about.ts';

const storageKey = 'tillbridge.sound';

interface Tone {
  readonly frequency: number;
  readonly at: number;
  readonly lasts: number;
}

/** Two falling pairs: unlike a scanner's beep, and heard across a shop. Frequencies in Hz, times in seconds. */
const tones: readonly Tone[] = [
  { frequency: 988, at: 0, lasts: 0.16 },
  { frequency: 740, at: 0.18, lasts: 0.24 },
  { frequency: 988, at: 0.55, lasts: 0.16 },
  { frequency: 740, at: 0.73, lasts: 0.34 },
];
/** One soft rising pair: orders come all day. */
const orderTones: readonly Tone[] = [
  { frequency: 587, at: 0, lasts: 0.12 },
  { frequency: 880, at: 0.11, lasts: 0.22 },
];
const LOUDNESS = 0.25;

const playTones = (context: AudioContext, toneRow: readonly Tone[]): void => {
  for (const { frequency, at, lasts } of toneRow) {
    const begins = context.currentTime + at;
    const oscillator = new OscillatorNode(context, { type: 'triangle', frequency });
    const gain = new GainNode(context, { gain: LOUDNESS });
    gain.gain.setTargetAtTime(0, begins + lasts * 0.6, lasts * 0.15);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(begins);
    oscillator.stop(begins + lasts);
  }
};

/**
 * The sounds of an alarm and of new orders, made here and not played from a file. On unless this machine's user turned it off. A browser
 * lets no page sound before somebody has touched it; then the notice has to do.
 */
export const createAlarmSound = (host: () => HostKind | undefined) => {
  const store = createStore<{ readonly on: boolean }>(() => ({ on: localStorage.getItem(storageKey) !== 'off' }));
  let context: AudioContext | undefined;
  const sound = (toneRow: readonly Tone[]): void => {
    if (!store.getState().on || !(host() === 'electron' || navigator.userActivation.hasBeenActive)) return;
    context ??= new AudioContext();
    const opened = context;
    void opened.resume().then(
      () => playTones(opened, toneRow),
      () => undefined,
    );
  };
  const play = (): void => sound(tones);
  return {
    store,
    play,
    /** Orders have arrived. */
    playOrders: (): void => sound(orderTones),
    /** Turned on, it is heard once, so that everybody knows what it means. */
    turn: (on: boolean): void => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      store.setState({ on });
      if (on) play();
    },
  };
};
