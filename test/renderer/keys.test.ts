import { describe, expect, test, vi } from 'vitest';
import { matchKey, type Shortcut, withoutSingleKeys } from '../../src/renderer/state/key-match.ts';
import { createMoves, listKeys } from '../../src/renderer/state/list-moves.ts';
import { createSelection } from '../../src/renderer/state/selection.ts';

const shortcut = (...keys: string[]): Shortcut => ({ keys, label: keys.join(), run: () => undefined });

describe('keys', () => {
  const sales = shortcut('g s');
  const sync = shortcut('s');
  const down = shortcut('ArrowDown', 'j');
  const all = [sales, sync, down];

  test('G then S goes to the sales history; S alone checks for orders', () => {
    const first = matchKey('g', null, all);
    expect(first).toEqual({ shortcut: null, pending: 'g' });
    expect(matchKey('s', first.pending, all).shortcut).toBe(sales);
    expect(matchKey('s', null, all).shortcut).toBe(sync);
  });

  test('a pair that does not exist is forgotten, and its second key works by itself', () => {
    expect(matchKey('j', 'g', all)).toEqual({ shortcut: down, pending: null });
    expect(matchKey('x', 'g', all)).toEqual({ shortcut: null, pending: null });
  });

  test('caps lock changes nothing', () => {
    expect(matchKey('J', null, all).shortcut).toBe(down);
    expect(matchKey('S', 'g', all).shortcut).toBe(sales);
  });
});

test('without single keys, arrows, Enter and Escape go on working, and no hint promises a letter (WCAG 2.1.4)', () => {
  const search = { ...shortcut('/'), hint: { keys: ['/'], label: 'Search' } };
  const down = { ...shortcut('ArrowDown', 'j'), hint: { keys: ['ArrowDown', 'j'], label: 'Move' } };
  const back = { ...shortcut('Escape'), hint: { keys: ['Escape'], label: 'Back' } };
  const left = withoutSingleKeys([search, shortcut('g s'), shortcut('1'), down, back]);
  expect(left.map(({ keys, hint }) => [keys, hint?.label])).toEqual([
    [['ArrowDown'], undefined],
    [['Escape'], 'Back'],
  ]);
});

describe('moving in a list', () => {
  const keys = ['a', 'b', 'c', 'd'];

  test('beside the list the detail follows each step; under a sheet only opening shows it', () => {
    const selection = createSelection();
    const opened = vi.fn();
    createMoves(selection, () => keys, true, opened).by(1);
    expect(selection.store.getState()).toEqual({ active: 'a', open: 'a' });
    const sheet = createMoves(selection, () => keys, false, opened);
    sheet.by(1);
    expect(selection.store.getState()).toEqual({ active: 'b', open: 'a' });
    expect(opened).not.toHaveBeenCalled();
    sheet.openActive();
    expect(selection.store.getState().open).toBe('b');
    expect(opened).toHaveBeenCalledTimes(1);
  });

  test('the ends hold, and Home and End reach them', () => {
    const selection = createSelection();
    const moves = createMoves(
      selection,
      () => keys,
      true,
      () => undefined,
    );
    const press = listKeys(moves, 10);
    press.End?.();
    press.ArrowDown?.();
    expect(selection.store.getState().active).toBe('d');
    press.Home?.();
    press.ArrowUp?.();
    expect(selection.store.getState().active).toBe('a');
    press.PageDown?.();
    expect(selection.store.getState().active).toBe('d');
  });

  test('when the active order leaves the list the next step goes on from its place, and its detail stays', () => {
    const selection = createSelection();
    let rows = keys;
    const moves = createMoves(
      selection,
      () => rows,
      true,
      () => undefined,
    );
    moves.by(1);
    moves.by(1);
    rows = ['a', 'c', 'd'];
    expect(selection.store.getState().open).toBe('b');
    moves.by(1);
    expect(selection.store.getState().active).toBe('c');
  });

  test('nothing happens in an empty list', () => {
    const selection = createSelection();
    createMoves(
      selection,
      () => [],
      true,
      () => undefined,
    ).by(1);
    expect(selection.store.getState()).toEqual({ active: null, open: null });
  });
});
