/** What the files of one folder of `src` may import, besides each other. */
export interface Border {
  /** Folders of this table, or single files, by their path below `src`. */
  readonly imports?: readonly string[];
  /** The same, but only as `import type`. */
  readonly types?: readonly string[];
  /** npm packages. */
  readonly packages?: readonly string[];
  /** Node's own modules. */
  readonly builtins?: true;
  /** The row speaks only of the files directly in the folder; its subfolders have rows of their own. */
  readonly ownFilesOnly?: true;
}

const wiredByMain = [
  'main/domain',
  'main/bigcommerce',
  'main/store',
  'main/pull',
  'main/outbox',
  'main/link',
  'main/queries',
  'main/commands',
];

const host = ['main/app.ts', 'main/dispatch.ts', 'main/hosts', 'contract'];

/**
 * The borders of the architecture (docs/architecture.md). A folder without a row is itself a violation.
 * What is not named here is forbidden; adding a name is a decision about the architecture.
 */
export const borderTable: Readonly<Record<string, Border>> = {
  contract: { packages: ['zod'] },

  'main/domain': {},
  'main/bigcommerce': { imports: ['main/domain'], packages: ['undici', 'zod'], builtins: true },
  'main/store': { imports: ['main/domain'], packages: ['better-sqlite3'], builtins: true },
  'main/pull': { imports: ['main/bigcommerce', 'main/domain', 'main/store'], builtins: true },
  'main/outbox': { imports: ['main/bigcommerce', 'main/domain', 'main/store'], builtins: true },
  'main/link': { imports: ['main/bigcommerce', 'main/domain', 'main/store', 'contract'], builtins: true },
  'main/queries': { imports: ['main/domain', 'main/store', 'contract'] },
  'main/commands': { imports: ['main/domain', 'main/store', 'contract'], builtins: true },
  main: { imports: [...wiredByMain, 'contract'], packages: ['uuid'], builtins: true, ownFilesOnly: true },

  'main/hosts': { imports: host, types: ['practice-store'], builtins: true, ownFilesOnly: true },
  'main/hosts/electron': { imports: host, types: ['practice-store'], packages: ['electron'], builtins: true },
  'main/hosts/browser': {
    imports: host,
    types: ['practice-store'],
    packages: ['hono', '@hono/node-server'],
    builtins: true,
  },
  'main/hosts/cli': { imports: host, types: ['practice-store'], packages: ['commander'], builtins: true },

  preload: { types: ['contract'], packages: ['electron'] },
  renderer: {
    types: ['contract'],
    packages: ['react', 'react-dom', 'zustand', 'wouter', 'lucide-react', '@tanstack/react-virtual'],
  },
  'practice-store': { packages: ['hono', '@hono/node-server'], builtins: true },
};
