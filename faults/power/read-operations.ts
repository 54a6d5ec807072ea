import { basename, dirname, join, relative } from 'node:path';
import { type Entry, type Inode, type Operation, ROOT } from './disk-log.ts';
import { fileIn, type Image, isSharedMemory, setEntry } from './image.ts';
import { bytesOfText, type TracedCall, wordsOfText } from './trace-lines.ts';

/** The calls that change files, and those that tell somebody something. */
export const tracedCalls =
  'openat,?creat,lseek,write,pwrite64,writev,pwritev,?pwritev2,copy_file_range,sendfile,ftruncate,?truncate,fallocate,' +
  'fsync,fdatasync,?rename,renameat,renameat2,?unlink,unlinkat,?mkdir,mkdirat,?rmdir,?link,linkat';

/** An operation, with the lines of the trace between which it happened. */
export interface Happened {
  readonly began: number;
  readonly ended: number;
  readonly does: Operation;
}

/** Lines that were answered, and files and folders that were ever there: over all programs of a log. */
export interface Counted {
  lines: number;
  inodes: number;
}

interface OpenFile {
  at: number;
  readonly appends: boolean;
}

const TEXT = '"([^"]*)"';
const FILE = '^(\\d+)<([^>]*)>(\\(deleted\\))?, ';
const pattern = {
  openat: new RegExp(`^(?:AT_FDCWD|\\d+)(?:<[^>]*>)?, ${TEXT}, ([A-Z_|]+)`),
  lseek: /^(\d+)</,
  write: new RegExp(`${FILE}${TEXT}`),
  pwrite64: new RegExp(`${FILE}${TEXT}, \\d+, (\\d+)`),
  copyRange: /^(\d+)<([^>]*)>[^,]*, (NULL|\[\d+\]), (\d+)<([^>]*)>/,
  sized: /^(\d+)<([^>]*)>(\(deleted\))?, (\d+)/,
  synced: /^(\d+)<([^>]*)>(\(deleted\))?/,
  path: new RegExp(`^(?:(?:AT_FDCWD|\\d+)(?:<([^>]*)>)?, )?${TEXT}`),
  paths: new RegExp(`^(?:AT_FDCWD(?:<[^>]*>)?, )?${TEXT}, (?:AT_FDCWD(?:<[^>]*>)?, )?${TEXT}`),
};

const marker = /ref:([0-9A-F]{12})/;

/**
 * What one program did to a folder, out of the trace of its calls. `image` is the folder as the program found it, and
 * afterwards as it left it: comparing it with the folder itself tells whether anything was overlooked.
 */
export const readOperations = (
  calls: Iterable<TracedCall>,
  root: string,
  image: Image,
  counted: Counted,
): Happened[] => {
  const happened: Happened[] = [];
  const open = new Map<string, OpenFile>();

  const inodeAt = (path: string): Inode | undefined => {
    const inside = relative(root, path);
    if (inside === '') return ROOT;
    if (inside.startsWith('..') || isSharedMemory(inside)) return undefined;
    return inside
      .split('/')
      .reduce<Inode | undefined>(
        (folder, name) => (folder === undefined ? undefined : image.names.get(folder)?.get(name)),
        ROOT,
      );
  };
  const entryAt = (path: string, to: Inode | null): Entry[] => {
    const folder = inodeAt(dirname(path));
    return folder === undefined || isSharedMemory(path) ? [] : [{ folder, name: basename(path), to }];
  };
  const note = (call: TracedCall, does: Operation): void => {
    happened.push({ began: call.began, ended: call.ended, does });
    if (does.kind === 'entries') for (const entry of does.entries) setEntry(image, entry);
    if (does.kind === 'write') fileIn(image, does.inode).write(does.at, does.bytes);
    if (does.kind === 'size') fileIn(image, does.inode).resize(does.size);
  };
  const noteEntries = (call: TracedCall, entries: readonly Entry[]): void => {
    if (entries.length > 0) note(call, { kind: 'entries', entries });
  };
  const make = (call: TracedCall, path: string, isFolder: boolean): void => {
    counted.inodes += 1;
    noteEntries(
      call,
      entryAt(path, counted.inodes).map((entry) => (isFolder ? { ...entry, isFolder } : entry)),
    );
  };
  const writeAt = (call: TracedCall, path: string, at: number, bytes: Buffer): void => {
    const inode = inodeAt(path);
    if (inode !== undefined) note(call, { kind: 'write', inode, at, bytes });
  };
  /** At the place where the file stands, which goes on. */
  const writeOn = (call: TracedCall, number: string, path: string, bytes: Buffer): void => {
    const file = open.get(number) ?? { at: 0, appends: false };
    const inode = inodeAt(path);
    if (file.appends && inode !== undefined) file.at = fileIn(image, inode).bytes().length;
    writeAt(call, path, file.at, bytes);
    file.at += bytes.length;
  };
  const tell = (call: TracedCall, number: string, bytes: Buffer): void => {
    const words = bytes.toString('latin1');
    const before = { ...call, ended: call.began };
    if (number === '1') {
      for (const _ of words.matchAll(/\n/g)) {
        counted.lines += 1;
        note(before, { kind: 'said', line: counted.lines });
      }
    }
    const shipped = marker.exec(words);
    if (shipped && !isFile(call)) note(before, { kind: 'shipped', marker: shipped[1] ?? '' });
  };
  const isFile = ({ args }: TracedCall): boolean => /^\d+<\\x2f/.test(args);

  const read: Readonly<Record<string, (call: TracedCall) => void>> = {
    openat: (call) => {
      const [, text = '', flags = ''] = pattern.openat.exec(call.args) ?? [];
      const path = wordsOfText(text);
      open.set(String(call.result), { at: 0, appends: flags.includes('O_APPEND') });
      const inode = inodeAt(path);
      if (inode === undefined && flags.includes('O_CREAT')) make(call, path, false);
      else if (inode !== undefined && flags.includes('O_TRUNC')) note(call, { kind: 'size', inode, size: 0 });
    },
    lseek: (call) => {
      const file = open.get(pattern.lseek.exec(call.args)?.[1] ?? '');
      if (file) file.at = call.result;
    },
    write: (call) => {
      const [, number = '', text = '', deleted, data = ''] = pattern.write.exec(call.args) ?? [];
      const bytes = bytesOfText(data).subarray(0, call.result);
      if (!isFile(call)) tell(call, number, bytes);
      else if (deleted === undefined) writeOn(call, number, wordsOfText(text), bytes);
    },
    writev: (call) => {
      const [, number = '', text = ''] = pattern.synced.exec(call.args) ?? [];
      const parts = [...call.args.matchAll(/iov_base="([^"]*)"/g)].map(([, data = '']) => bytesOfText(data));
      const bytes = Buffer.concat(parts).subarray(0, call.result);
      if (isFile(call)) writeOn(call, number, wordsOfText(text), bytes);
      else tell(call, number, bytes);
    },
    pwrite64: (call) => {
      const [, , text = '', deleted, data = '', at = '0'] = pattern.pwrite64.exec(call.args) ?? [];
      if (deleted === undefined) {
        writeAt(call, wordsOfText(text), Number(at), bytesOfText(data).subarray(0, call.result));
      }
    },
    copy_file_range: (call) => {
      const [, number = '', from = '', at = 'NULL', to = '', path = ''] = pattern.copyRange.exec(call.args) ?? [];
      const source = inodeAt(wordsOfText(from));
      const begin = at === 'NULL' ? (open.get(number)?.at ?? 0) : Number(at.slice(1, -1));
      const bytes = source === undefined ? Buffer.alloc(0) : fileIn(image, source).bytes();
      writeOn(call, to, wordsOfText(path), Buffer.from(bytes.subarray(begin, begin + call.result)));
    },
    ftruncate: (call) => {
      const [, , text = '', deleted, size = '0'] = pattern.sized.exec(call.args) ?? [];
      const inode = deleted === undefined ? inodeAt(wordsOfText(text)) : undefined;
      if (inode !== undefined) note(call, { kind: 'size', inode, size: Number(size) });
    },
    fsync: (call) => {
      const [, , text = '', deleted] = pattern.synced.exec(call.args) ?? [];
      const inode = deleted === undefined ? inodeAt(wordsOfText(text)) : undefined;
      if (inode !== undefined) note(call, { kind: 'sync', inode, began: call.began });
    },
    rename: (call) => {
      const [, from = '', to = ''] = (pattern.paths.exec(call.args) ?? []).map((text) => wordsOfText(text));
      const inode = inodeAt(from);
      if (inode !== undefined) noteEntries(call, [...entryAt(from, null), ...entryAt(to, inode)]);
    },
    unlink: (call) => {
      const [, folder = '', name = ''] = (pattern.path.exec(call.args) ?? []).map((text) => wordsOfText(text ?? ''));
      const path = join(name.startsWith('/') ? '' : folder, name);
      if (inodeAt(path) !== undefined) noteEntries(call, entryAt(path, null));
    },
    mkdir: (call) => {
      const [, , text = ''] = pattern.path.exec(call.args) ?? [];
      make(call, wordsOfText(text), true);
    },
  };
  const alike: Readonly<Record<string, string>> = {
    fdatasync: 'fsync',
    renameat: 'rename',
    renameat2: 'rename',
    unlinkat: 'unlink',
    rmdir: 'unlink',
    mkdirat: 'mkdir',
  };
  for (const call of calls) {
    if (call.result >= 0) read[alike[call.name] ?? call.name]?.(call);
  }
  return happened;
};
