import type { HostKind } from '../../contract/about.ts';
import { createSound, type SoundShape } from './sound.ts';

/** Two falling pairs: unlike a scanner's beep, and heard across a shop. */
const alarm: SoundShape = {
  wave: 'triangle',
  loudness: 0.25,
  tones: [
    { frequency: 988, at: 0, lasts: 0.16 },
    { frequency: 740, at: 0.18, lasts: 0.24 },
    { frequency: 988, at: 0.55, lasts: 0.16 },
    { frequency: 740, at: 0.73, lasts: 0.34 },
  ],
};

/** One soft rising pair: orders come all day. */
const newOrders: SoundShape = {
  wave: 'triangle',
  loudness: 0.25,
  tones: [
    { frequency: 587, at: 0, lasts: 0.12 },
    { frequency: 880, at: 0.11, lasts: 0.22 },
  ],
};

/** The sounds of a last-one alarm and of new orders. */
export const createAlarmSound = (host: () => HostKind | undefined) => {
  const { store, play, turn } = createSound('tillbridge.sound', host);
  return {
    store,
    play: (): void => play(alarm),
    /** Orders have arrived. */
    playOrders: (): void => play(newOrders),
    /** Turned on, it is heard once, so that everybody knows what it means. */
    turn: (on: boolean): void => {
      turn(on);
      if (on) play(alarm);
    },
  };
};
