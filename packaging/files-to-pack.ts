import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, sep } from 'node:path';
import { z } from 'zod';

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ dependencies: z.record(z.string(), z.string()).optional() })),
});

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );

/** What a package ships for its developers, and what only other systems or compilers need. */
const needless = [
  /\.(md|markdown|map|ts|cts|mts|gyp|gypi|tsbuildinfo|flow|patch|sh|c|cc|cpp|h|hpp|yml|yaml)$/,
  /(^|\/)(tests?|__tests__|scripts|docs?|examples?|bench(mark)?s?|\.github|\.vscode)\//,
  /(^|\/)\.[^/]+$/,
  /^better-sqlite3\/(deps|src)\//,
];

/** Importing `electron` is Electron's own; the rest is Node's. */
const isProvided = (name: string): boolean =>
  name === 'electron' || name.startsWith('node:') || builtinModules.includes(name);

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const importsOf = (code: string): readonly string[] =>
  [...code.matchAll(/(?:from|import|require\()\s*\(?["']([^"'./][^"']*)["']/g)].map(([, name]) => name ?? '');

/** The packages that the built main process loads, and theirs. */
const packagesOf = (root: string): readonly string[] => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const built = filesBelow(join(root, 'out/main')).map((file) => readFileSync(join(root, 'out/main', file), 'utf8'));
  const found = new Set<string>();
  const add = (name: string): void => {
    const known = packages[`node_modules/${name}`];
    // A bundle's own text may hold words that look like an import: only what is installed is one.
    if (found.has(name) || known === undefined) return;
    found.add(name);
    for (const dependency of Object.keys(known.dependencies ?? {})) add(dependency);
  };
  for (const specifier of built.flatMap(importsOf).filter((name) => !isProvided(name))) add(packageOf(specifier));
  return [...found].sort();
};

export interface PackedFile {
  /** Absolute. */
  readonly from: string;
  /** Below the packed app's root, with `/`. */
  readonly to: string;
}

/**
 * Every file that goes into the app, and no other: what was built, its two pictures, and of the packages that it loads
 * what runs. `root` is the repository's, with a fresh build in `out`.
 */
export const filesToPack = (root: string): readonly PackedFile[] => {
  const below = (folder: string, wanted: (file: string) => boolean = () => true): PackedFile[] =>
    filesBelow(join(root, folder))
      .filter(wanted)
      .map((file) => ({ from: join(root, folder, file), to: `${folder}/${file}` }));
  const packages = packagesOf(root).flatMap((name) =>
    below(`node_modules/${name}`, (file) => !needless.some((pattern) => pattern.test(`${name}/${file}`))),
  );
  const pictures = below('resources', (file) => /^tray(@2x)?\.png$/.test(file));
  return [...below('out'), ...pictures, ...packages, { from: join(root, 'LICENSE'), to: 'LICENSE' }];
};
