import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until what was written to a file is on the disk. */
export const syncFile = (path: string): void => sync(path, 'r+');

/** So that names in it outlive a power cut. Windows writes its folders by itself. */
export const syncFolder = (path: string): void => {
  if (process.platform !== 'win32') sync(path, 'r');
};

const sync = (path: string, flags: 'r' | 'r+'): void => {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
