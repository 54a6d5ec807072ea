import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { type Border, borderTable } from './border-table.ts';
import { findCycles, graphOf } from './cycles.ts';
import type { PartResult } from './part.ts';
import { type FoundImport, readImports } from './read-imports.ts';
import { filesBelow } from './source-files.ts';

const CODE = /\.[cm]?[jt]sx?$/;

interface Edge extends FoundImport {
  readonly from: string;
  /** The file of `src` that is reached; null for packages, built-ins and what cannot be found. */
  readonly target: string | null;
}

/** The row that speaks of `file`: the nearest folder above it that has one. */
function folderOf(file: string): string | null {
  for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) {
    const row = borderTable[folder];
    if (row !== undefined) return row.ownFilesOnly && folder !== posix.dirname(file) ? null : folder;
  }
  return null;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const isRelative = (specifier: string): boolean => /^\.\.?(\/|$)/.test(specifier);

/** The bundler's `?url` and the like ask for the same file in another form. */
const resolve = (from: string, specifier: string): string =>
  posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));

const names = (list: readonly string[], file: string, folder: string): boolean =>
  list.includes(file) || list.includes(folder);

function judgeFile(border: Border, folder: string, edge: Edge, target: string): string | null {
  const targetFolder = folderOf(target);
  if (targetFolder === null) return `no row of the border table speaks of ${target}`;
  if (targetFolder === folder || names(border.imports ?? [], target, targetFolder)) return null;
  if (!names(border.types ?? [], target, targetFolder)) return `${folder} may not import ${targetFolder}`;
  return edge.typeOnly ? null : `${folder} may only \`import type\` from ${targetFolder}`;
}

function judgeBuiltin({ builtins = [] }: Border, folder: string, specifier: string): string | null {
  return builtins === true || builtins.includes(specifier) ? null : `${folder} may not use this module of Node`;
}

/** Why this import breaks a border; null when it keeps them. */
function judge(border: Border, folder: string, edge: Edge): string | null {
  const { specifier } = edge;
  if (specifier === null) return 'a computed import cannot be checked; write the path as a plain string';
  if (edge.target !== null) return judgeFile(border, folder, edge, edge.target);
  if (isRelative(specifier)) return 'there is no such file in src';
  if (isBuiltin(specifier)) return judgeBuiltin(border, folder, specifier);
  const name = packageOf(specifier);
  return border.packages?.includes(name) ? null : `${folder} may not import the package ${name}`;
}

function violationsOf(edge: Edge): string[] {
  const folder = folderOf(edge.from);
  const border = folder === null ? undefined : borderTable[folder];
  if (folder === null || border === undefined) return [];
  const reason = judge(border, folder, edge);
  return reason === null ? [] : [`${edge.from}:${edge.line} imports ${edge.specifier ?? 'something'}: ${reason}.`];
}

function fileCycles(edges: readonly Edge[]): string[] {
  const pairs = edges.flatMap((edge) =>
    edge.target === null || edge.typeOnly ? [] : [[edge.from, edge.target] as const],
  );
  return findCycles(graphOf(pairs)).map((road) => `Files import each other in a circle: ${road.join(' → ')}.`);
}

function folderCycles(edges: readonly Edge[]): string[] {
  const pairs = edges.flatMap((edge) => {
    const from = folderOf(edge.from);
    const to = edge.target === null ? null : folderOf(edge.target);
    const belowMain = from?.startsWith('main/') && to?.startsWith('main/');
    return from === null || to === null || from === to || !belowMain ? [] : [[from, to] as const];
  });
  return findCycles(graphOf(pairs)).map((road) => `Folders import each other in a circle: ${road.join(' → ')}.`);
}

/**
 * Holds every import below `src` against the border table, and looks for cycles.
 * A file that cannot be parsed is a problem, and so is a tree without files: what was not seen has not passed.
 */
export function checkBorders(src: string): PartResult {
  const files = filesBelow(src);
  const known = new Set(files);
  const code = files.filter((file) => CODE.test(file));
  const problems: string[] = code.length === 0 ? [`There is no source file in ${src}.`] : [];
  const edges: Edge[] = [];
  let parsed = 0;
  for (const from of code) {
    if (folderOf(from) === null) problems.push(`${from} is in a folder that the border table does not name.`);
    const { imports, failure } = readImports(from, readFileSync(join(src, from), 'utf8'));
    if (failure === null) parsed += 1;
    else problems.push(`${from} could not be parsed: ${failure}.`);
    for (const found of imports) {
      const path = found.specifier !== null && isRelative(found.specifier) ? resolve(from, found.specifier) : null;
      edges.push({ ...found, from, target: path !== null && known.has(path) ? path : null });
    }
  }
  problems.push(...edges.flatMap(violationsOf), ...fileCycles(edges), ...folderCycles(edges));
  return { name: 'borders', seen: `${parsed} of ${code.length} files, ${edges.length} imports`, problems };
}
