import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, type Inode, ROOT, type Tree } from './disk-log.ts';
import { type GrowingFile, growingFile } from './growing-file.ts';

/** A folder in memory, as operations change it. */
export interface Image {
  readonly names: Map<Inode, Map<string, Inode>>;
  readonly files: Map<Inode, GrowingFile>;
}

/** Shared memory is no file that has to last: SQLite makes it anew at every first opening. */
export const isSharedMemory = (name: string): boolean => name.endsWith('-shm');

export const imageOf = ({ names, contents }: Tree): Image => ({
  names: new Map([...names].map(([folder, entries]) => [folder, new Map(entries)])),
  files: new Map([...contents].map(([inode, bytes]) => [inode, growingFile(bytes)])),
});

/** What lies in a folder that is not there itself is nowhere. */
export const setEntry = ({ names }: Image, { folder, name, to, isFolder }: Entry): void => {
  const entries = names.get(folder);
  if (entries && to !== null && isFolder && !names.has(to)) names.set(to, new Map());
  if (to === null) entries?.delete(name);
  else entries?.set(name, to);
};

export const fileIn = ({ files }: Image, inode: Inode): GrowingFile => {
  const file = files.get(inode) ?? growingFile();
  files.set(inode, file);
  return file;
};

/** Every file by its path in the folder. */
export const filesOf = ({ names, files }: Image): Map<string, Buffer> => {
  const found = new Map<string, Buffer>();
  const walk = (path: string, inode: Inode): void => {
    for (const [name, child] of names.get(inode) ?? []) {
      if (names.has(child)) walk(join(path, name), child);
      else found.set(join(path, name), files.get(child)?.bytes() ?? Buffer.alloc(0));
    }
  };
  walk('', ROOT);
  return found;
};

/** A folder as it lies there, all of which is on the disk. */
export const readTree = (folder: string): Tree => {
  const names = new Map<Inode, Map<string, Inode>>();
  const contents = new Map<Inode, Buffer>();
  let last = ROOT;
  const read = (path: string, inode: Inode): void => {
    const entries = new Map<string, Inode>();
    names.set(inode, entries);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (isSharedMemory(entry.name)) continue;
      last += 1;
      entries.set(entry.name, last);
      if (entry.isDirectory()) read(join(path, entry.name), last);
      else contents.set(last, readFileSync(join(path, entry.name)));
    }
  };
  read(folder, ROOT);
  return { names, contents };
};

export const writeImage = ({ names, files }: Image, to: string): void => {
  const write = (path: string, inode: Inode): void => {
    mkdirSync(path, { recursive: true });
    for (const [name, child] of names.get(inode) ?? []) {
      if (names.has(child)) write(join(path, name), child);
      else writeFileSync(join(path, name), files.get(child)?.bytes() ?? '');
    }
  };
  write(to, ROOT);
};
