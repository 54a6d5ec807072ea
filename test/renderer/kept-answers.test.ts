import { describe, expect, test } from 'vitest';
import { createKeptAnswers } from '../../src/renderer/state/kept-answers.ts';
import { createQuestion } from '../../src/renderer/state/question.ts';
import { knownEntries } from '../../src/renderer/state/unchanged.ts';

describe('a screen that is entered again', () => {
  test('shows at once what was answered last, and then what is true now', async () => {
    const answers = createKeptAnswers().to<{ day: string }, { count: number }>('sales.summary');
    let count = 1;
    const open = (day: string) =>
      createQuestion(async () => ({ ok: true, data: { count } }), { first: { day }, kept: answers });
    await open('2026-11-23').ask({ day: '2026-11-23' });
    count = 2;
    const again = open('2026-11-23');
    expect(again.store.getState().data).toEqual({ count: 1 });
    expect(open('2026-11-24').store.getState().data, 'another day is another question').toBeNull();
    await again.ask({ day: '2026-11-23' });
    expect(again.store.getState().data).toEqual({ count: 2 });
  });

  test('keeps nothing that only some may see', () => {
    expect(createKeptAnswers().to('audit.list')).toBeNull();
  });

  test('keeps the two hundred answers that were given last, so that a day’s orders fill no memory', () => {
    const kept = createKeptAnswers().to<number, string>('sales.get');
    for (let sale = 0; sale < 200; sale++) kept?.keep(sale, `sale ${sale}`);
    kept?.keep(0, 'sale 0, again');
    kept?.keep(200, 'sale 200');
    expect([0, 1, 2, 200].map((sale) => kept?.of(sale))).toEqual(['sale 0, again', null, 'sale 2', 'sale 200']);
  });

  test('draws nothing again where nothing changed', async () => {
    const question = createQuestion(async (day: string) => ({ ok: true, data: { day, rows: [1, 2] } }));
    await question.ask('2026-11-23');
    let told = 0;
    question.store.subscribe(() => {
      told += 1;
    });
    await question.again();
    expect(told).toBe(0);
    await question.ask('2026-11-24');
    expect(told).toBe(1);
  });

  test('draws of a list that is read again only the rows that say something else', () => {
    const known = ['a', 'b', 'c'].map((key) => ({ key, state: 'new' }));
    const same = known.map((row) => ({ ...row }));
    const keyOf = ({ key }: { key: string }): string => key;
    expect(knownEntries(known, same, keyOf)).toBe(known);
    const changed = knownEntries(
      known,
      [{ key: 'z', state: 'new' }, { key: 'a', state: 'packed' }, ...same.slice(1)],
      keyOf,
    );
    expect(changed.map((row) => known.indexOf(row))).toEqual([-1, -1, 1, 2]);
  });
});
