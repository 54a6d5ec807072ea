import { createStore } from 'zustand/vanilla';
import type { HostKind } from '../../contract/about.ts';

const storageKey = 'tillbridge.sound';

/** Two falling pairs: unlike a scanner's beep, and heard across a shop. Frequencies in Hz, times in seconds. */
const tones = [
  { frequency: 988, at: 0, lasts: 0.16 },
  { frequency: 740, at: 0.18, lasts: 0.24 },
  { frequency: 988, at: 0.55, lasts: 0.16 },
  { frequency: 740, at: 0.73, lasts: 0.34 },
] as const;
const LOUDNESS = 0.25;

const playTones = (context: AudioContext): void => {
  for (const { frequency, at, lasts } of tones) {
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
 * The sound of an alarm, made here and not played from a file. On unless this machine's user turned it off. A browser
 * lets no page sound before somebody has touched it; then the notice has to do.
 */
export const createAlarmSound = (host: () => HostKind | undefined) => {
  const store = createStore<{ readonly on: boolean }>(() => ({ on: localStorage.getItem(storageKey) !== 'off' }));
  let context: AudioContext | undefined;
  const play = (): void => {
    if (!store.getState().on || !(host() === 'electron' || navigator.userActivation.hasBeenActive)) return;
    context ??= new AudioContext();
    const opened = context;
    void opened.resume().then(
      () => playTones(opened),
      () => undefined,
    );
  };
  return {
    store,
    play,
    /** Turned on, it is heard once, so that everybody knows what it means. */
    turn: (on: boolean): void => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      store.setState({ on });
      if (on) play();
    },
  };
};
