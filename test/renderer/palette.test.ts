import { expect, test } from 'vitest';
import { type Command, matching, withoutDoubles } from '../../src/renderer/state/palette.ts';

const command = (label: string, ...keys: string[]): Command => ({ group: 'go', label, keys, run: () => undefined });
const labels = (commands: readonly Command[]) => commands.map(({ label }) => label);

const all = ['Go to Fulfillments', 'Go to Sales history', 'Settings › Import of history', 'Präge die Karte'].map(
  (name) => command(name),
);

test('every word typed has to be in the name, whatever its case and accents; beginnings of words come first', () => {
  expect(labels(matching(all, ''))).toEqual(labels(all));
  expect(labels(matching(all, 'HIST'))).toEqual(['Go to Sales history', 'Settings › Import of history']);
  expect(labels(matching(all, 'import hist'))).toEqual(['Settings › Import of history']);
  expect(labels(matching(all, 'prage'))).toEqual(['Präge die Karte']);
  expect(labels(matching(all, 'ment')), 'within a word too').toEqual(['Go to Fulfillments']);
  expect(labels(matching(all, 'refund everything'))).toEqual([]);
});

test('a name stands once, and with its keys where it has some', () => {
  const [first] = withoutDoubles([command('Note'), command('Note', 'n')]);
  expect(first?.keys).toEqual(['n']);
  expect(withoutDoubles([command('Note', 'n'), command('Note', 'x')])).toHaveLength(1);
});
