import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, '../../src/renderer/styles/tokens.css'), 'utf8');
const themes = ['light', 'dark'] as const;

/** A token's colour in a theme, `#rrggbb`. */
const colourOf = (token: string, theme: (typeof themes)[number]): string => {
  const [, value = ''] = tokens.match(new RegExp(`--${token}: ([^;]+);`)) ?? [];
  const colours = value.match(/#[0-9a-f]{6}/g) ?? [];
  const colour = theme === 'light' ? colours[0] : (colours[1] ?? colours[0]);
  if (colour === undefined) throw new Error(`tokens.css has no colour --${token}.`);
  return colour;
};

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const ratio = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const grounds = ['canvas', 'surface', 'surface-raised', 'surface-sunken', 'hover', 'accent-soft'];
const hues = ['blue', 'amber', 'violet', 'green', 'red', 'grey'];

/** Text on what it stands on: 4.5 : 1 (WCAG 1.4.3). */
const texts: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...['canvas', 'surface', 'surface-raised', 'hover'].map((ground) => ['accent', ground] as const),
  ...hues.flatMap((hue) => [[hue, `${hue}-soft`] as const, [hue, 'surface'] as const, [hue, 'canvas'] as const]),
  ['accent-ink', 'accent'],
  ['practice-ink', 'practice'],
];

/** Edges of controls, and what shows the focus: 3 : 1 (WCAG 1.4.11). */
const shapes: readonly (readonly [string, string])[] = [
  ...['canvas', 'surface', 'surface-raised'].map((ground) => ['edge-strong', ground] as const),
  ...grounds.map((ground) => ['focus', ground] as const),
];

describe.each(themes)('the colours of the %s theme', (theme) => {
  test.each(texts)('%s can be read on %s (WCAG 2.2 AA)', (ink, ground) => {
    expect(ratio(colourOf(ink, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('%s stands out from %s (WCAG 2.2 AA)', (shape, ground) => {
    expect(ratio(colourOf(shape, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('black on white is 21 : 1, and a colour on itself 1 : 1', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratio('#3552c8', '#3552c8')).toBe(1);
});
