import type { HostKind } from '../../contract/about.ts';
import { createSound, type SoundShape } from './sound.ts';

/** How a scan or a step came out. */
export type WorkOutcome = 'ok' | 'refused' | 'complete';

/** Told apart without looking: short and high, low and long, rising. */
const shapes: Readonly<Record<WorkOutcome, SoundShape>> = {
  ok: { wave: 'sine', loudness: 0.22, tones: [{ frequency: 1568, at: 0, lasts: 0.09 }] },
  refused: {
    wave: 'sawtooth',
    loudness: 0.2,
    tones: [
      { frequency: 196, at: 0, lasts: 0.22 },
      { frequency: 165, at: 0.24, lasts: 0.34 },
    ],
  },
  complete: {
    wave: 'sine',
    loudness: 0.22,
    tones: [
      { frequency: 1047, at: 0, lasts: 0.1 },
      { frequency: 1319, at: 0.1, lasts: 0.1 },
      { frequency: 1568, at: 0.2, lasts: 0.2 },
    ],
  },
};

/** The sounds of picking. */
export const createWorkSound = (host: () => HostKind | undefined) => {
  const { store, play, turn } = createSound('tillbridge.work-sound', host);
  return {
    store,
    play: (outcome: WorkOutcome): void => play(shapes[outcome]),
    /** Turned on, one is heard. */
    turn: (on: boolean): void => {
      turn(on);
      if (on) play(shapes.ok);
    },
  };
};
