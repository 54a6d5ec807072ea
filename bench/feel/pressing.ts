import type { CDPSession, Page } from 'playwright-core';

/** The source of a function that says in the page whether the effect is there. */
export type IsThere = string;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

const sessionOf = (page: Page): Promise<CDPSession> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
};

/**
 * Presses keys as fast as they are taken, none waiting for the one before to be answered, each let go before the next:
 * two of the same are no key held down. Answers the ms from the last one to what it leads to.
 */
export const press = async (page: Page, keys: readonly string[], isThere: IsThere): Promise<number> => {
  await page.evaluate(`window.probeKey(${JSON.stringify(keys.at(-1))}, ${isThere})`);
  const session = await sessionOf(page);
  const sent = keys.flatMap((key) => {
    const named = key === 'Enter' ? { key, code: key, windowsVirtualKeyCode: 13, text: '\r' } : { key, text: key };
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...named }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named }),
    ];
  });
  await Promise.all(sent);
  return page.evaluate<number>('window.probed');
};

export const several = async (times: number, once: (at: number) => Promise<number>): Promise<number[]> => {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) took.push(await once(at));
  return took;
};

/** A person's pause between two things, in which what the first one set off comes to rest. */
export const rest = (page: Page, ms = 150): Promise<void> => page.waitForTimeout(ms);

/** How fast somebody types who does it all day. */
export const LETTER_MS = 90;

/** Presses the two keys of a pair at the pace of a hand. Answers the ms from the second to what it leads to. */
export const pressPair = async (page: Page, [first, second]: readonly [string, string], isThere: IsThere) => {
  await page.keyboard.press(first);
  await rest(page, LETTER_MS);
  return press(page, [second], isThere);
};

const titleIs = (title: string): string => `document.querySelector('h1')?.textContent === ${JSON.stringify(title)}`;
const firstRow = `document.querySelector('#list [data-row]')`;

export const isThere = {
  anotherRowThan: (row: string | null): IsThere => `() => ${activeRow} !== ${JSON.stringify(row)}`,
  /** That screen with its first row. */
  screen: (title: string): IsThere => `() => ${titleIs(title)} && ${firstRow} !== null`,
  /** That screen, with a record open whose heading has `number` in it. */
  record: (title: string, number: string): IsThere =>
    `() => ${titleIs(title)} && document.querySelector('#detail h2')?.textContent.includes(${JSON.stringify(number)})`,
  /** That sale or fulfillment as the first of the list. */
  first: (key: string): IsThere => `() => ${firstRow}?.dataset.row === ${JSON.stringify(key)}`,
  typed: (text: string): IsThere => `() => document.querySelector('search input')?.value === ${JSON.stringify(text)}`,
};

const activeRow = `document.getElementById('list')?.getAttribute('aria-activedescendant')`;
export const activeRowOf = (page: Page): Promise<string | null> => page.evaluate<string | null>(activeRow);

/** Goes to a screen by its keys and waits for its rows. */
export const goTo = async (page: Page, key: string, title: string): Promise<void> => {
  await pressPair(page, ['g', key], isThere.screen(title));
  await rest(page, 400);
};
