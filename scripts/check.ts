import { join } from 'node:path';
import { checkBorders } from './check/borders.ts';
import { checkFileLengths } from './check/file-lengths.ts';
import type { PartResult } from './check/part.ts';
import { runTool } from './check/run-tool.ts';
import { checkWordsOnScreen } from './check/words-on-screen.ts';

const root = join(import.meta.dirname, '..');

const parts: readonly Promise<PartResult>[] = [
  runTool(root, 'format and lint', 'biome', ['ci', '--colors=off', '.']),
  runTool(root, 'types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']),
  runTool(root, 'types of pure code', 'tsc', ['--noEmit', '-p', 'tsconfig.pure.json']),
  runTool(root, 'dead code', 'knip', ['--no-progress']),
  Promise.resolve(checkBorders(join(root, 'src'))),
  Promise.resolve(checkFileLengths(root)),
  Promise.resolve(checkWordsOnScreen(join(root, 'src/renderer'))),
];

const results = await Promise.all(parts);

for (const { name, seen, problems } of results) {
  process.stdout.write(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(18)} ${seen}\n`);
}
for (const { name, problems } of results.filter((result) => result.problems.length > 0)) {
  process.stdout.write(`\n${name}\n\n${problems.join('\n')}\n`);
}
process.exitCode = results.every((result) => result.problems.length === 0) ? 0 : 1;
