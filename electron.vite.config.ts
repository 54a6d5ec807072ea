import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/**
 * The main process's bundle holds what it needs of every package: a start finds, reads and compiles a dozen files, not five
 * hundred. Outside stay the database, which has a native part, and fflate, which names things as the bundler does; it is
 * loaded when somebody asks for a file for support.
 */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const outside = ['better-sqlite3', 'fflate'];
const bundled = Object.keys(dependencies).filter((name) => !outside.includes(name));

/** The page names the screens' files, so that they are on their way before the first script asks for them. */
const screensOnTheirWay: Plugin = {
  name: 'screens-on-their-way',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const screens = Object.values(bundle).find(({ name }) => name === 'start-screens');
      if (screens?.type !== 'chunk') return [];
      return [screens.fileName, ...screens.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundled },
      rolldownOptions: {
        input: {
          index: 'src/main/hosts/electron/index.ts',
          tillbridge: 'src/main/hosts/cli/built.ts',
          'sync-worker': 'src/main/sync-worker.ts',
          'backup-worker': 'src/main/backup-worker.ts',
          'bundle-worker': 'src/main/hosts/bundle-worker.ts',
          'page-reader-worker': 'src/main/page-reader-worker.ts',
          'practice-store-worker': 'src/practice-store/worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload has to be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), screensOnTheirWay],
    // One sheet of styles, so that their order stays the same whichever screen is loaded first.
    build: { minify: true, cssCodeSplit: false, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
});
