/** What the files of one folder of `src` may import, besides each other. */
export interface Border {
  /** Folders of this table, or single files, by their path below `src`. */
  readonly imports?: readonly string[];
  /** The same, but only as `import type`. */
  readonly types?: readonly string[];
  /** npm packages. */
  readonly packages?: readonly string[];
  /** Node's own modules: all of them, or these. */
  readonly builtins?: true | readonly string[];
  /** The row speaks only of the files directly in the folder; its subfolders have rows of their own. */
  readonly ownFilesOnly?: true;
}

const wiredByMain = [
  'main/domain',
  'main/bigcommerce',
  'main/store',
  'main/pull',
  'main/proof',
  'main/history',
  'main/outbox',
  'main/link',
  'main/print',
  'main/queries',
  'main/commands',
  'main/backup',
  'main/privacy',
];

/** `main/hosts` itself is the ground that the hosts share. What they read from outside they parse with zod (law 10). */
const host = {
  imports: [
    'main/app.ts',
    'main/dispatch.ts',
    'main/identity.ts',
    'main/hosts',
    'main/disk',
    'main/doctor',
    'main/backup',
    'contract',
  ],
  types: ['practice-store'],
  builtins: true,
} as const;

/**
 * The borders of the architecture (docs/architecture.md). A folder without a row is itself a violation.
 * What is not named here is forbidden; adding a name is a decision about the architecture.
 */
export const borderTable: Readonly<Record<string, Border>> = {
  contract: { packages: ['zod'] },

  'main/domain': {},
  'main/disk': { builtins: ['node:fs'] },
  'main/bigcommerce': { imports: ['main/domain'], packages: ['undici', 'zod'], builtins: true },
  'main/store': { imports: ['main/domain', 'main/disk'], packages: ['better-sqlite3'], builtins: true },
  'main/pull': { imports: ['main/bigcommerce', 'main/domain', 'main/store'], builtins: true },
  'main/outbox': { imports: ['main/bigcommerce', 'main/domain', 'main/store'], builtins: true },
  'main/proof': {
    imports: ['main/bigcommerce', 'main/domain', 'main/store', 'main/pull', 'main/outbox'],
    builtins: true,
  },
  'main/history': {
    imports: ['main/bigcommerce', 'main/domain', 'main/store', 'main/pull'],
    packages: ['zod'],
    builtins: true,
  },
  'main/link': { imports: ['main/bigcommerce', 'main/domain', 'main/store', 'contract'], builtins: true },
  'main/queries': {
    imports: ['main/domain', 'main/store', 'main/print', 'contract'],
    packages: ['csv-stringify'],
    builtins: ['node:buffer'],
  },
  'main/print': {
    imports: ['main/domain', 'main/store', 'contract'],
    packages: ['@point-of-sale/receipt-printer-encoder', 'bwip-js', 'hono', 'zod'],
    builtins: true,
  },
  'main/commands': {
    imports: ['main/domain', 'main/store', 'main/print', 'contract'],
    packages: ['csv-parse'],
    builtins: true,
  },
  'main/privacy': { imports: ['main/domain', 'main/store'], builtins: true },
  'main/backup': { imports: ['main/domain', 'main/store', 'contract'], builtins: true },
  'main/doctor': {
    imports: ['main/bigcommerce', 'main/domain', 'main/store', 'main/pull', 'main/print', 'contract'],
    builtins: true,
  },
  main: { imports: [...wiredByMain, 'contract'], packages: ['uuid'], builtins: true, ownFilesOnly: true },

  'main/hosts': { ...host, packages: ['fflate', 'zod'] },
  'main/hosts/electron': { ...host, packages: ['electron', 'electron-updater', 'zod'] },
  'main/hosts/browser': { ...host, packages: ['hono', '@hono/node-server', 'zod'] },
  'main/hosts/cli': {
    ...host,
    imports: [...host.imports, 'main/hosts/browser'],
    packages: ['commander', 'zod'],
  },

  preload: { types: ['contract'], packages: ['electron'] },
  renderer: {
    // Sentences by their codes, and nothing that they would bring along: a translation has to know them.
    imports: ['contract/fault.ts', 'contract/fault-cases.ts'],
    types: ['contract'],
    packages: ['react', 'react-dom', 'zustand', 'wouter', 'lucide-react', '@tanstack/react-virtual'],
  },
  'practice-store': { packages: ['hono', '@hono/node-server'], builtins: true },
};
