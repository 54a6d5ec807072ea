import type { Chance } from '../random.ts';
import type { DiskLog, Inode, Operation } from './disk-log.ts';
import { fileIn, type Image, imageOf, setEntry } from './image.ts';

/**
 * What a disk made of the writes that nothing had waited for when the power went:
 *  - `none` of them, or `all`;
 *  - `first`: as many as it came to, the last of them torn;
 *  - `any`: each by itself, in whatever order, whole, torn into sectors, or only as the length of its file.
 */
export type Mood = 'none' | 'all' | 'first' | 'any';

const moods: readonly Mood[] = ['none', 'all', 'first', 'any', 'any', 'any'];
const SECTORS = [512, 4_096] as const;

/**
 * The data folder as it may be found when the power went after the first `cut` operations of a log. What was synced is there;
 * of the rest chance decides, of names in folders as of contents, unless the mood of the disk is given.
 */
export const cutPower = ({ before, operations }: DiskLog, cut: number, chance: Chance, mood?: Mood): Image => {
  const image = imageOf(before);
  const done = operations.slice(0, cut);
  const synced = syncedUntil(done);
  const sector = chance.of(SECTORS) ?? 512;
  const ofNames = fates(chance, cut, mood);
  const ofContents = fates(chance, cut, mood);
  for (const [at, does] of done.entries()) {
    const isSafe = (inode: Inode): boolean => (synced.get(inode) ?? -1) > at;
    if (does.kind === 'entries') {
      const areSafe = does.entries.every(({ folder }) => isSafe(folder));
      rename(image, does, areSafe ? 'whole' : ofNames(at));
    } else if (does.kind === 'size' || does.kind === 'write') {
      change(image, does, isSafe(does.inode) ? 'whole' : ofContents(at), { sector, chance });
    }
  }
  return image;
};

/** By inode: before which place everything of it is on the disk for good. */
const syncedUntil = (done: readonly Operation[]): Map<Inode, number> => {
  const until = new Map<Inode, number>();
  for (const does of done) {
    if (does.kind === 'sync') until.set(does.inode, Math.max(does.began, until.get(does.inode) ?? 0));
  }
  return until;
};

type Fate = 'whole' | 'torn' | 'length' | 'lost';

/** How far back the disk may have come, where it went through its work in order. */
const FIRST_OF = 60;

/** What becomes of each operation that was not waited for, by its place. */
const fates = (chance: Chance, cut: number, mood: Mood = chance.of(moods) ?? 'any'): ((at: number) => Fate) => {
  const last = cut - chance.below(FIRST_OF);
  const probability = chance.next();
  switch (mood) {
    case 'none':
      return () => 'lost';
    case 'all':
      return () => 'whole';
    case 'first':
      return (at) => (at < last ? 'whole' : at === last ? 'torn' : 'lost');
    case 'any':
      return () => {
        if (chance.happens(probability)) return chance.happens(0.7) ? 'whole' : 'torn';
        return chance.happens(0.3) ? 'length' : 'lost';
      };
  }
};

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

const rename = (image: Image, { entries }: Of<'entries'>, fate: Fate): void => {
  if (fate !== 'lost') for (const entry of entries) setEntry(image, entry);
};

const change = (
  image: Image,
  does: Of<'size' | 'write'>,
  fate: Fate,
  { sector, chance }: { readonly sector: number; readonly chance: Chance },
): void => {
  if (fate === 'lost') return;
  const file = fileIn(image, does.inode);
  if (does.kind === 'size') file.resize(does.size);
  else if (fate === 'whole') file.write(does.at, does.bytes);
  else if (fate === 'length') file.resize(Math.max(file.bytes().length, does.at + does.bytes.length));
  else tear(does, sector, (part, from) => chance.happens(0.5) && file.write(from, part));
};

/** In pieces that a disk writes whole, each with its place in the file. */
const tear = ({ at, bytes }: Of<'write'>, sector: number, each: (part: Buffer, at: number) => void): void => {
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    each(bytes.subarray(from, to), at + from);
    from = to;
  }
};
