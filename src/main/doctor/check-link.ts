import { createClient } from '../bigcommerce/client.ts';
import { StoreProblem } from '../bigcommerce/problem.ts';
import { getStoreTime } from '../bigcommerce/store-info.ts';
import { unlinked } from '../domain/unlinking.ts';
import { problemOf } from '../pull/problem-of.ts';
import type { Reader } from '../store/connection.ts';
import { lastProblem } from '../store/last-problem.ts';
import { currentBinding, currentLink, type LinkRow, lastUnlinked } from '../store/links.ts';
import { type Finding, unwell, well } from './finding.ts';

export interface LinkCheckDeps {
  readonly clock: () => number;
  /** The link's token, where this user can read it. Throws where the file of tokens is damaged. */
  readonly readToken: (linkId: string) => string | null;
  /** Whether the window keeps tokens in the system's keychain, where a command line cannot read them. */
  readonly hasKeychain: boolean;
}

const noStore = {
  message: 'No BigCommerce store is linked.',
  nextStep: 'Link one in Settings, when orders are to arrive.',
};

/** The link, its binding and token, and how far this machine's clock is from BigCommerce's. */
export const checkLink = async (db: Reader, deps: LinkCheckDeps): Promise<Finding[]> => {
  const link = currentLink(db);
  if (!link) {
    const last = lastUnlinked(db);
    const words = last ? unlinked(last.storeName) : noStore;
    return [well('link', words.message, words.nextStep), well('clock', 'Not compared: no store is linked.', null)];
  }
  try {
    const token = deps.readToken(link.linkId);
    if (token === null) return withoutToken(db, link, deps);
    const { asked, storeTime } = await askForTime(link, token, deps.clock);
    return [bound(db, link), clockFinding(storeTime - asked)];
  } catch (error) {
    const { code, message, nextStep } = error instanceof StoreProblem ? problemOf(error) : unreadableToken(error);
    const notCompared = well('clock', 'Not compared: BigCommerce did not tell its time.');
    if (needsNobody.has(code))
      return [bound(db, link), { ...notCompared, message: `Not compared. ${message}`, nextStep }];
    return [unwell('link', `${nameOf(link)}. ${message}`, nextStep), notCompared];
  }
};

const unreadableToken = (error: unknown) => ({
  code: 'token_unreadable',
  message: `Its token cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  nextStep: 'Connect the same store again with its token. Nothing already here is lost.',
});

/** A network that is away, or a store that is busy, says nothing about the link. */
const needsNobody: ReadonlySet<string> = new Set(['unreachable', 'busy', 'server_error', 'web_page', 'broken_off']);

const nameOf = ({ storeName, storeHash }: LinkRow): string => `${storeName} (${storeHash}) is linked`;

const withoutToken = (db: Reader, link: LinkRow, { hasKeychain }: LinkCheckDeps): Finding[] => {
  const notCompared = (why: string) => well('clock', `Not compared: ${why}`);
  if (hasKeychain) {
    return [bound(db, link), notCompared("the token is in the system's keychain, where only the window can read it.")];
  }
  return [
    unwell(
      'link',
      `${nameOf(link)}, but its token is not on this machine.`,
      'Connect the same store again with its token. Nothing already here is lost.',
    ),
    notCompared('the token is missing.'),
  ];
};

const bound = (db: Reader, link: LinkRow): Finding => {
  const binding = currentBinding(db, link.linkKey);
  if (!binding) {
    return unwell('link', `${nameOf(link)}, with no outlet and register yet.`, 'Choose both, then orders arrive.');
  }
  const problem = lastProblem(db);
  if (problem && !needsNobody.has(problem.code)) {
    return unwell('link', `${nameOf(link)}. The last exchange failed: ${problem.message}`, problem.nextStep);
  }
  return well('link', `${nameOf(link)} to ${binding.outletName}, ${binding.registerName}.`);
};

/** Times are UTC ms; the store's has a resolution of a second, and the middle of the request is when it was told. */
const askForTime = async (
  { apiBase }: LinkRow,
  token: string,
  clock: () => number,
): Promise<{ asked: number; storeTime: number }> => {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  const client = createClient({ apiBase, token, clock, signal });
  try {
    const before = clock();
    const storeTime = await getStoreTime(client);
    return { asked: (before + clock()) / 2, storeTime };
  } catch (error) {
    throw signal.aborted ? new StoreProblem('unreachable') : error;
  } finally {
    await client.close();
  }
};

const LONGEST_WAIT_MS = 15_000;
const MOST_APART_MS = 60_000;

/** `apart`: theirs less ours, in ms. */
const clockFinding = (apart: number): Finding => {
  const seconds = Math.round(Math.abs(apart) / 1_000);
  if (Math.abs(apart) <= MOST_APART_MS) return well('clock', "This machine's clock agrees with BigCommerce's.");
  return unwell(
    'clock',
    `This machine's clock is ${seconds} seconds ${apart > 0 ? 'behind' : 'ahead of'} BigCommerce's.`,
    "Turn on automatic time in the system's settings: sales here are dated by this clock.",
  );
};
