import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file below `folder`, as sorted paths relative to it, with `/` on every system. Throws when `folder` is missing. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
