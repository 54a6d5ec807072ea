import type { DiskLog, Inode, Operation } from './disk-log.ts';

const passedOver: Operation = { kind: 'passed over' };

const namesIn = ({ before, operations }: DiskLog): Map<Inode, string> => {
  const names = new Map<Inode, string>();
  for (const entries of before.names.values()) for (const [name, inode] of entries) names.set(inode, name);
  for (const does of operations) {
    if (does.kind !== 'entries') continue;
    for (const { name, to } of does.entries) if (to !== null) names.set(to, name);
  }
  return names;
};

/** As with `synchronous=NORMAL`: the log is synced only before it is folded into the database. */
export const asWithNormal = (log: DiskLog): DiskLog => {
  const names = namesIn(log);
  const isLog = (inode: Inode): boolean => names.get(inode)?.endsWith('-wal') === true;
  const isFolded = (at: number): boolean => {
    const next = log.operations.slice(at + 1).find(({ kind }) => kind === 'write' || kind === 'said');
    return next?.kind === 'write' && !isLog(next.inode);
  };
  const operations = log.operations.map((does, at) =>
    does.kind === 'sync' && isLog(does.inode) && !isFolded(at) ? passedOver : does,
  );
  return { ...log, operations };
};

/** As if nobody synced a folder: names come and go as they like. */
export const withoutFolderSyncs = (log: DiskLog): DiskLog => {
  const folders = new Set([0, ...log.before.names.keys()]);
  for (const does of log.operations) {
    if (does.kind !== 'entries') continue;
    for (const { to, isFolder } of does.entries) if (to !== null && isFolder) folders.add(to);
  }
  const operations = log.operations.map((does) =>
    does.kind === 'sync' && folders.has(does.inode) ? passedOver : does,
  );
  return { ...log, operations };
};
