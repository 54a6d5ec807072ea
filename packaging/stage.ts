import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { filesToPack } from './files-to-pack.ts';

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** The packed app's own package.json: no scripts, no dev dependency, and only what is really inside. */
const packedManifest = (root: string, packed: ReadonlySet<string>): string => {
  const { dependencies, ...about } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const inside = Object.entries(dependencies).filter(([name]) => packed.has(name));
  const own = { productName: 'Tillbridge', type: 'module', main: 'out/main/index.js' };
  return `${JSON.stringify({ ...about, ...own, dependencies: Object.fromEntries(inside) }, null, 2)}\n`;
};

const packageName = (to: string): string => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(to)?.[1] ?? '';

/** Lays exactly what is packed into `target`, which is made anew. Answers the files' names. */
export const stage = (root: string, target: string): readonly string[] => {
  const files = filesToPack(root);
  rmSync(target, { recursive: true, force: true });
  for (const { from, to } of files) {
    mkdirSync(dirname(join(target, to)), { recursive: true });
    cpSync(from, join(target, to));
  }
  writeFileSync(join(target, 'package.json'), packedManifest(root, new Set(files.map(({ to }) => packageName(to)))));
  return ['package.json', ...files.map(({ to }) => to)].sort();
};

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const files = stage(root, join(import.meta.dirname, 'app'));
  process.stdout.write(`${files.join('\n')}\n${files.length} files in packaging/app\n`);
}
