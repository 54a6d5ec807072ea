import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that every installed app reads to learn of a version, one a system. */
export const updateFiles = ['latest.yml', 'latest-mac.yml', 'latest-linux.yml'];

/**
 * An update file that offers its version to that share of the machines. Each machine has a number of its own that stays,
 * so raising the share adds machines and takes none away. Throws where the share is none.
 */
export const withRollout = (yaml: string, percent: number): string => {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) throw new Error('The share is 1 to 100 percent.');
  const rest = yaml.replace(/^stagingPercentage:.*\n?/m, '').trimEnd();
  return percent === 100 ? `${rest}\n` : `${rest}\nstagingPercentage: ${percent}\n`;
};

if (import.meta.main) {
  const [folder = '', percent = ''] = process.argv.slice(2);
  const files = updateFiles.map((file) => join(folder, file)).filter((file) => existsSync(file));
  if (files.length === 0) throw new Error(`There is no update file in ${folder}. Usage: set-rollout.ts FOLDER PERCENT`);
  for (const file of files) writeFileSync(file, withRollout(readFileSync(file, 'utf8'), Number(percent)));
  process.stdout.write(`${percent} % of the machines are offered this version (${files.length} files).\n`);
}
