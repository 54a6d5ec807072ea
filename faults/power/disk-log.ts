/** Files and folders are known by a number of their own, whatever they are called. The data folder itself is 0. */
export type Inode = number;
export const ROOT: Inode = 0;

/** A name in a folder; to null where it was taken away. */
export interface Entry {
  readonly folder: Inode;
  readonly name: string;
  readonly to: Inode | null;
  /** What it leads to is a new folder. */
  readonly isFolder?: true;
}

/** What a program asked of the disk, and what it told others meanwhile. */
export type Operation =
  /** One rename is two entries, and never half of it. */
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'write'; readonly inode: Inode; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly inode: Inode; readonly size: number }
  /** It has ended. On the disk for good is what came before `began`, a place in the log. */
  | { readonly kind: 'sync'; readonly inode: Inode; readonly began: number }
  /** The n-th line of its output, counted over all programs of the log: an answer. */
  | { readonly kind: 'said'; readonly line: number }
  /** A shipment goes out to BigCommerce, by its marker. */
  | { readonly kind: 'shipped'; readonly marker: string }
  /** What a worse program would not have asked. */
  | { readonly kind: 'passed over' };

export interface Tree {
  readonly names: ReadonlyMap<Inode, ReadonlyMap<string, Inode>>;
  readonly contents: ReadonlyMap<Inode, Buffer>;
}

/** All that was done to a folder, from a state of it that was safely on the disk. */
export interface DiskLog {
  readonly before: Tree;
  readonly operations: readonly Operation[];
}
