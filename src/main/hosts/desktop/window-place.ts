import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';

const rectangle = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Rectangle = z.output<typeof rectangle>;

const windowPlace = rectangle.extend({ maximized: z.boolean() });
export type WindowPlace = z.output<typeof windowPlace>;

export const smallest = { width: 1024, height: 600 } as const;
const usual = { width: 1366, height: 768 } as const;
/** So much of the window's top has to be on a display for a hand to get hold of it, in px. */
const graspable = 100;

const isInReach = (place: Rectangle, { x, y, width, height }: Rectangle): boolean =>
  place.x + place.width >= x + graspable &&
  place.x <= x + width - graspable &&
  place.y >= y &&
  place.y <= y + height - graspable;

/**
 * Where the window opens: where it was, unless that display is gone; never smaller than the screens need. `displays`
 * are the usable areas of those there are.
 */
export const placeWindow = (
  saved: WindowPlace | null,
  displays: readonly Rectangle[],
): { readonly bounds: (Partial<Rectangle> & typeof usual) | Rectangle; readonly maximized: boolean } => {
  if (saved === null || !displays.some((display) => isInReach(saved, display))) {
    return { bounds: usual, maximized: saved?.maximized ?? false };
  }
  const { x, y, width, height, maximized } = saved;
  return {
    bounds: { x, y, width: Math.max(width, smallest.width), height: Math.max(height, smallest.height) },
    maximized,
  };
};

/** Null where none was kept, or what was kept is damaged. */
export const readWindowPlace = (file: string): WindowPlace | null => {
  if (!existsSync(file)) return null;
  try {
    return windowPlace.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

export const keepWindowPlace = (file: string, place: WindowPlace): void => writeWhole(file, JSON.stringify(place));
