import { createStore } from 'zustand/vanilla';
import type { HostKind } from '../../contract/about.ts';

/** Frequency in Hz, times in seconds from the beginning. */
export interface Tone {
  readonly frequency: number;
  readonly at: number;
  readonly lasts: number;
}

export interface SoundShape {
  readonly tones: readonly Tone[];
  readonly wave: OscillatorType;
  /** 0 to 1. */
  readonly loudness: number;
}

const playTones = (context: AudioContext, { tones, wave, loudness }: SoundShape): void => {
  for (const { frequency, at, lasts } of tones) {
    const begins = context.currentTime + at;
    const oscillator = new OscillatorNode(context, { type: wave, frequency });
    const gain = new GainNode(context, { gain: loudness });
    gain.gain.setTargetAtTime(0, begins + lasts * 0.6, lasts * 0.15);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(begins);
    oscillator.stop(begins + lasts);
  }
};

/**
 * Sounds made here and not played from files, on unless this machine's user turned them off. A browser lets no page
 * sound before somebody has touched it; then what is written has to do.
 */
export const createSound = (storageKey: string, host: () => HostKind | undefined) => {
  const store = createStore<{ readonly on: boolean }>(() => ({ on: localStorage.getItem(storageKey) !== 'off' }));
  let context: AudioContext | undefined;
  return {
    store,
    play: (shape: SoundShape): void => {
      if (!store.getState().on || !(host() === 'electron' || navigator.userActivation.hasBeenActive)) return;
      context ??= new AudioContext();
      const opened = context;
      void opened.resume().then(
        () => playTones(opened, shape),
        () => undefined,
      );
    },
    turn: (on: boolean): void => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      store.setState({ on });
    },
  };
};
