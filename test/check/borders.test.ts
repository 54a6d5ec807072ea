import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { borderTable } from '../../scripts/check/border-table.ts';
import { checkBorders } from '../../scripts/check/borders.ts';
import { plant } from './plant.ts';

const realSource = join(import.meta.dirname, '../../src');

const thing = 'export const thing = 1;\nexport type Thing = number;\n';

/** A tree that keeps every border: each planted file below breaks it in one way. */
const soundTree = {
  'contract/words.ts': `import { z } from 'zod';\n${thing}export const word = z.string();\n`,
  'main/app.ts': `import { thing } from './store/rows.ts';\nexport const app = thing;\n`,
  'main/bigcommerce/wire.ts': `import { request } from 'undici';\n${thing}export const ask = request;\n`,
  'main/domain/rule.ts': thing,
  'main/store/rows.ts': `import Database from 'better-sqlite3';\n${thing}export const open = Database;\n`,
  'practice-store/protocol.ts': thing,
};

const problemsWith = (planted: Readonly<Record<string, string>>) =>
  checkBorders(plant({ ...soundTree, ...planted })).problems;

describe('the border check', () => {
  test('passes over the real tree, and has seen every file of it', () => {
    const count = globSync('**/*.{ts,tsx,mjs}', { cwd: realSource }).length;
    const result = checkBorders(realSource);
    expect(result.problems).toEqual([]);
    expect(result.seen).toMatch(new RegExp(`^${count} of ${count} files, \\d+ imports$`));
    expect(count).toBeGreaterThan(Object.keys(borderTable).length);
  });

  test('passes over a small tree that keeps the borders', () => {
    expect(problemsWith({})).toEqual([]);
  });

  test.each([
    {
      breach: 'the renderer reaches into main',
      file: 'renderer/app.tsx',
      code: `import type { app } from '../main/app.ts';\nexport type App = typeof app;\n`,
      problem: 'renderer/app.tsx:1 imports ../main/app.ts: renderer may not import main.',
    },
    {
      breach: 'the domain reads a file',
      file: 'main/domain/disk.ts',
      code: `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
      problem: 'main/domain/disk.ts:1 imports node:fs: main/domain may not use this module of Node.',
    },
    {
      breach: 'a query that reads a file, though it may use one other module of Node',
      file: 'main/queries/disk.ts',
      code: `import { Buffer } from 'node:buffer';\nimport { readFileSync } from 'node:fs';\nexport const read = () => Buffer.from(readFileSync('rows'));\n`,
      problem: 'main/queries/disk.ts:2 imports node:fs: main/queries may not use this module of Node.',
    },
    {
      breach: 'the contract uses the network library',
      file: 'contract/ask.ts',
      code: `\nexport { request } from 'undici';\n`,
      problem: 'contract/ask.ts:2 imports undici: contract may not import the package undici.',
    },
    {
      breach: 'the database folder knows BigCommerce',
      file: 'main/store/pages.ts',
      code: `export * from '../bigcommerce/wire.ts';\n`,
      problem: 'main/store/pages.ts:1 imports ../bigcommerce/wire.ts: main/store may not import main/bigcommerce.',
    },
    {
      breach: 'a screen carries contract code, not only its types',
      file: 'renderer/words.ts',
      code: `import { type Thing, thing } from '../contract/words.ts';\nexport const words: Thing = thing;\n`,
      problem: 'renderer/words.ts:1 imports ../contract/words.ts: renderer may only `import type` from contract.',
    },
    {
      breach: 'an import of nothing but inline types still loads the module',
      file: 'renderer/words.ts',
      code: `import { type Thing } from '../contract/words.ts';\nexport const words: Thing = 1;\n`,
      problem: 'renderer/words.ts:1 imports ../contract/words.ts: renderer may only `import type` from contract.',
    },
    {
      breach: 'electron outside its host',
      file: 'main/hosts/browser/window.ts',
      code: `import type { App } from 'electron';\nexport type Window = App;\n`,
      problem:
        'main/hosts/browser/window.ts:1 imports electron: main/hosts/browser may not import the package electron.',
    },
    {
      breach: 'a dynamic import across a border',
      file: 'main/queries/late.ts',
      code: `export const late = () =>\n  import('../bigcommerce/wire.ts');\n`,
      problem: 'main/queries/late.ts:2 imports ../bigcommerce/wire.ts: main/queries may not import main/bigcommerce.',
    },
    {
      breach: 'a type taken by an inline import',
      file: 'main/queries/types.ts',
      code: `export type Wire = import('../bigcommerce/wire.ts').Thing;\n`,
      problem: 'main/queries/types.ts:1 imports ../bigcommerce/wire.ts: main/queries may not import main/bigcommerce.',
    },
    {
      breach: 'a required package',
      file: 'main/pull/old-style.ts',
      code: `export const database = require('better-sqlite3');\n`,
      problem: 'main/pull/old-style.ts:1 imports better-sqlite3: main/pull may not import the package better-sqlite3.',
    },
    {
      breach: 'a computed import',
      file: 'main/pull/computed.ts',
      code: `export const load = (name: string) => import(name);\n`,
      problem:
        'main/pull/computed.ts:1 imports something: a computed import cannot be checked; write the path as a plain string.',
    },
    {
      breach: 'an import of a file that is not there',
      file: 'main/pull/lost.ts',
      code: `import { thing } from '../store/row.ts';\nexport const lost = thing;\n`,
      problem: 'main/pull/lost.ts:1 imports ../store/row.ts: there is no such file in src.',
    },
    {
      breach: 'an import that leaves the source folder',
      file: 'main/pull/outside.ts',
      code: `import manifest from '../../../package.json' with { type: 'json' };\nexport const name = manifest.name;\n`,
      problem: 'main/pull/outside.ts:1 imports ../../../package.json: there is no such file in src.',
    },
    {
      breach: 'the practice store started by value, outside its own thread',
      file: 'main/hosts/cli/practice.ts',
      code: `import { thing } from '../../../practice-store/protocol.ts';\nexport const practice = thing;\n`,
      problem:
        'main/hosts/cli/practice.ts:1 imports ../../../practice-store/protocol.ts: ' +
        'main/hosts/cli may only `import type` from practice-store.',
    },
    {
      breach: 'a host that goes round the door',
      file: 'main/hosts/browser/direct.ts',
      code: `import { thing } from '../../store/rows.ts';\nexport const direct = thing;\n`,
      problem:
        'main/hosts/browser/direct.ts:1 imports ../../store/rows.ts: main/hosts/browser may not import main/store.',
    },
    {
      breach: 'a folder that nobody decided on',
      file: 'main/helpers/misc.ts',
      code: thing,
      problem: 'main/helpers/misc.ts is in a folder that the border table does not name.',
    },
  ])('reports $breach', ({ file, code, problem }) => {
    expect(problemsWith({ [file]: code })).toEqual([problem]);
  });

  test('reports files that import each other in a circle, but not when only types go round', () => {
    const leftOf = (kind: string) => `${kind} { Thing } from './right.ts';\n${thing}`;
    const right = `import { thing as other } from './left.ts';\n${thing}export const right = other;\n`;
    const circle = (kind: string) =>
      problemsWith({ 'main/domain/left.ts': leftOf(kind), 'main/domain/right.ts': right });
    expect(circle('import')).toEqual([
      'Files import each other in a circle: main/domain/left.ts → main/domain/right.ts → main/domain/left.ts.',
    ]);
    expect(circle('import type')).toEqual([]);
  });

  test('reports folders that import each other in a circle, also when only types go round', () => {
    expect(
      problemsWith({
        'main/pull/page.ts': `import type { Thing } from '../store/rows.ts';\nexport type Page = Thing;\n`,
        'main/store/cursor.ts': `import type { Page } from '../pull/page.ts';\nexport type Cursor = Page;\n`,
      }),
    ).toEqual([
      'main/store/cursor.ts:1 imports ../pull/page.ts: main/store may not import main/pull.',
      'Folders import each other in a circle: main/pull → main/store → main/pull.',
    ]);
  });

  test('does not pass over what it could not read: broken code, an empty file, an empty tree', () => {
    const broken = problemsWith({ 'main/domain/broken.ts': 'export const = ;\n' });
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatch(/^main\/domain\/broken\.ts could not be parsed: /);
    expect(problemsWith({ 'main/domain/empty.ts': '// nothing yet\n' })).toEqual([
      'main/domain/empty.ts could not be parsed: no statement was found in it.',
    ]);
    const nothing = plant({ 'renderer/index.html': '<!doctype html>\n' });
    expect(checkBorders(nothing).problems).toEqual([`There is no source file in ${nothing}.`]);
  });

  test('counts what it parsed apart from what it found', () => {
    const result = checkBorders(plant({ 'contract/a.ts': thing, 'contract/b.ts': 'export const = ;\n' }));
    expect(result.seen).toBe('1 of 2 files, 0 imports');
    expect(result.problems).toHaveLength(1);
  });
});
