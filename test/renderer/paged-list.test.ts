import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/contract/procedure.ts';
import { createPagedList, type Page, pageSize } from '../../src/renderer/state/paged-list.ts';

interface Row {
  readonly id: string;
}

/** A shop whose sales can change between two pages. A cursor is the id of the last row of a page. */
const shop = (count: number) => {
  const state = { rows: Array.from({ length: count }, (_, index): Row => ({ id: `s${count - index}` })), reads: 0 };
  const load = async (query: string, cursor: string | undefined, limit: number): Promise<Reply<Page<Row>>> => {
    state.reads += 1;
    const matching = state.rows.filter((row) => row.id.includes(query));
    const from = cursor === undefined ? 0 : matching.findIndex((row) => row.id === cursor) + 1;
    const rows = matching.slice(from, from + limit);
    const nextCursor = from + limit < matching.length ? (rows.at(-1)?.id ?? null) : null;
    return { ok: true, data: { rows, nextCursor } };
  };
  return { state, list: createPagedList<string, Row>(load, (row) => row.id, '') };
};

const ids = (rows: readonly Row[]): string[] => rows.map((row) => row.id);

describe('a list that is read a page at a time', () => {
  test('scrolling on reads each next page once, to the last sale', async () => {
    const { state, list } = shop(250);
    await list.show('');
    expect(list.store.getState().rows).toHaveLength(pageSize);
    await Promise.all([list.more(), list.more()]);
    expect(state.reads).toBe(2);
    await list.more();
    await list.more();
    expect(ids(list.store.getState().rows)).toEqual(ids(state.rows));
    expect(list.store.getState().nextCursor).toBeNull();
    expect(state.reads).toBe(3);
  });

  test('a refresh shows new sales and keeps as many rows as are in sight', async () => {
    const { state, list } = shop(400);
    await list.show('');
    await list.more();
    state.rows.unshift({ id: 'new' });
    await list.refresh(180);
    expect(list.store.getState().rows[0]?.id).toBe('new');
    expect(ids(list.store.getState().rows)).toEqual(ids(state.rows.slice(0, 180)));
    await list.more();
    expect(ids(list.store.getState().rows)).toEqual(ids(state.rows.slice(0, 280)));
  });

  test('a refresh of a deep list reads it in the largest pages', async () => {
    const { state, list } = shop(1000);
    await list.refresh(600);
    expect(list.store.getState().rows).toHaveLength(600);
    expect(state.reads).toBe(3);
  });

  test('changes that come faster than the list can be read end in one more read, not in none', async () => {
    const { state, list } = shop(300);
    await Promise.all([list.refresh(300), list.refresh(300), list.refresh(300)]);
    expect(list.store.getState().rows).toHaveLength(300);
    expect(state.reads).toBeLessThanOrEqual(4);
  });

  test('a page of an earlier search never lands among the rows of the next', async () => {
    const { list } = shop(250);
    await list.show('');
    const late = list.more();
    await Promise.all([late, list.show('25')]);
    expect(list.store.getState().shown).toBe('25');
    expect(ids(list.store.getState().rows).every((id) => id.includes('25'))).toBe(true);
  });

  test('until the first answer to a new search the rows of the old one stay', async () => {
    const { list } = shop(50);
    await list.show('');
    const searching = list.show('1');
    expect(list.store.getState()).toMatchObject({ query: '1', shown: '' });
    expect(list.store.getState().rows).toHaveLength(50);
    await searching;
    expect(list.store.getState().shown).toBe('1');
  });

  test('a sale that moved to the next page while it was read is shown once', async () => {
    const { state, list } = shop(150);
    await list.show('');
    const [first, ...others] = state.rows;
    state.rows = [...others.slice(0, 120), ...(first === undefined ? [] : [first]), ...others.slice(120)];
    await list.more();
    const shown = ids(list.store.getState().rows);
    expect(new Set(shown).size).toBe(shown.length);
  });

  test('a failed call is told and leaves the rows that are there; the next good one clears it', async () => {
    let failing = false;
    const fault = { code: 'internal', message: 'Something went wrong here.' } as const;
    const list = createPagedList<string, Row>(
      async () => (failing ? { ok: false, fault } : { ok: true, data: { rows: [{ id: 'a' }], nextCursor: 'a' } }),
      (row) => row.id,
      '',
    );
    await list.show('');
    failing = true;
    await list.more();
    await list.refresh(1);
    expect(list.store.getState()).toMatchObject({ fault, rows: [{ id: 'a' }] });
    failing = false;
    await list.refresh(1);
    expect(list.store.getState().fault).toBeNull();
  });
});
