import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.looseObject({ name: z.string(), version: z.string(), group: z.string().optional() })),
});

/**
 * The software bill of materials, as npm writes it (CycloneDX): every package of the lockfile but the build's own tools.
 * What the screens are made of is bundled, so those packages count although npm calls them development's.
 */
export const billOfMaterials = (root: string, builtFrom: readonly string[]): string => {
  const written = (args: readonly string[]): z.output<typeof bill> => {
    const text = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return bill.parse(JSON.parse(text));
  };
  const runtime = written(['--omit=dev', '--omit=optional']);
  const nameOf = ({ group, name }: { group?: string | undefined; name: string }) => (group ? `${group}/${name}` : name);
  const here = new Set(runtime.components.map(nameOf));
  const bundled = written([]).components.filter((each) => builtFrom.includes(nameOf(each)) && !here.has(nameOf(each)));
  return `${JSON.stringify({ ...runtime, components: [...runtime.components, ...bundled] }, null, 2)}\n`;
};

/** What electron-vite bundles although it is no runtime dependency, and Electron itself. */
export const bundledPackages = [
  'electron',
  'electron-updater',
  'builder-util-runtime',
  'react',
  'react-dom',
  'scheduler',
  'zustand',
  'wouter',
  'lucide-react',
  '@tanstack/react-virtual',
  '@tanstack/virtual-core',
];

if (import.meta.main) {
  const folder = join(import.meta.dirname, 'dist');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'tillbridge.cdx.json');
  writeFileSync(file, billOfMaterials(join(import.meta.dirname, '..'), bundledPackages));
  process.stdout.write(`${file}\n`);
}
