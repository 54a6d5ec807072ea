import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rootFolder } from '../support/started-program.ts';

/** However its apostrophes are written. */
const textOf = (file: string): string => readFileSync(join(rootFolder, file), 'utf8').replace(/\\'|’/g, "'");

const page = textOf('docs/desktop.md');
const tests = readdirSync(join(rootFolder, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: textOf(join('test', file)) }));

/** The last column of each row of a table: by what it is proven. */
const proofs = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.endsWith(' |'))
  .map((line) => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '');

/** What is left out of a long name stands as `…`. */
const isNamed = (name: string): boolean => {
  const parts = name.split('…').map((part) => part.trim());
  return tests.some(({ text }) => parts.every((part) => text.includes(part)));
};

test('every test that the page about the desktop names as a proof exists', () => {
  const quoted = proofs.flatMap((proof) => [...proof.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? ''));
  expect(quoted.length).toBeGreaterThan(30);
  expect(quoted.filter((name) => !isNamed(name))).toEqual([]);
});

test('and so does every file of tests', () => {
  const folders = proofs.flatMap((proof) => [...proof.matchAll(/`test\/([\w/-]+)`/g)].map(([, path]) => path ?? ''));
  const files = proofs.flatMap((proof) => [...proof.matchAll(/(?:^|; )([\w-]+): /g)].map(([, name]) => name ?? ''));
  expect(folders.length + files.length).toBeGreaterThan(20);
  expect(folders.filter((path) => !tests.some(({ file }) => file.startsWith(path)))).toEqual([]);
  expect(files.filter((name) => !tests.some(({ file }) => file.includes(`/${name}.`)))).toEqual([]);
});
