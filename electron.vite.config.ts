import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** `dependencies` of package.json stay outside the main process's bundle (the database has a native part). */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/hosts/electron/index.ts',
          'sync-worker': 'src/main/sync-worker.ts',
          'backup-worker': 'src/main/backup-worker.ts',
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
    plugins: [react()],
    build: { rolldownOptions: { input: 'src/renderer/index.html' } },
  },
});
