import { type Expression, parseSync, Visitor } from 'oxc-parser';

/** One thing a file reaches for. `specifier` is null where it is computed and so cannot be checked. */
export interface FoundImport {
  readonly specifier: string | null;
  /** Gone when types are stripped. `import { type A }` is not: the module itself is still loaded. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface ParsedFile {
  readonly imports: readonly FoundImport[];
  /** Why the file could not be read as code; null when it could. */
  readonly failure: string | null;
}

const literalText = (node: Expression): string | null =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** Every static, dynamic and type import, re-export and `require` of a source text. */
export function readImports(filename: string, source: string): ParsedFile {
  const { program, errors } = parseSync(filename, source);
  const [error] = errors;
  if (error !== undefined) return { imports: [], failure: error.message };
  // A parser that answers "nothing here" for everything would let every border pass.
  if (program.body.length === 0) return { imports: [], failure: 'no statement was found in it' };

  const imports: FoundImport[] = [];
  const add = (at: number, specifier: string | null, typeOnly: boolean): void => {
    imports.push({ specifier, typeOnly, line: source.slice(0, at).split('\n').length });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.start, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.start, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.start, node.source.value, node.exportKind === 'type');
    },
    ImportExpression: (node) => add(node.start, literalText(node.source), false),
    TSImportType: (node) => add(node.start, node.source.value, true),
    TSExternalModuleReference: (node) => add(node.start, node.expression.value, false),
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || first === undefined) return;
      add(node.start, first.type === 'SpreadElement' ? null : literalText(first), false);
    },
  }).visit(program);
  return { imports, failure: null };
}
