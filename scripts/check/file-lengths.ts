import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartResult } from './part.ts';
import { filesBelow } from './source-files.ts';

const FOLDERS = ['src', 'test', 'scripts', 'bench', 'packaging'];
const COUNTED = /\.(ts|tsx|css)$/;
const LONGEST = 400;

const lineCount = (path: string): number => readFileSync(path, 'utf8').trimEnd().split('\n').length;

/** A file that outgrows one screen's scroll has swallowed a second concern: it is split, not excused. */
export function checkFileLengths(root: string): PartResult {
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    filesBelow(join(root, folder))
      .filter((file) => COUNTED.test(file) && !/(^|\/)(node_modules|app|dist)\//.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const problems = files
    .map((file) => ({ file, lines: lineCount(join(root, file)) }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => `${file} has ${lines} lines; ${LONGEST} is the most.`);
  return { name: 'file lengths', seen: `${files.length} files`, problems };
}
