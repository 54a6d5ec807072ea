import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const preface = `# Results

Written by \`npm run bench\`; every ratio was measured in one run, side by side. Each part says when, on what and by which
command, and stays until that part is measured again.
`;

/** The parts of a results file by their heading. */
const partsOf = (text: string): Map<string, string> => {
  const parts = text.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  return new Map(parts.map((part) => [idOf(part), part.trim()]));
};

const idOf = (part: string): string => /^## (\S+)/.exec(part)?.[1] ?? '';

/** Puts the parts in place of older ones with the same id, sorted by id. */
export const updateResults = (file: string, parts: readonly string[]): void => {
  const all = existsSync(file) ? partsOf(readFileSync(file, 'utf8')) : new Map<string, string>();
  for (const part of parts) all.set(idOf(part), part.trim());
  const inOrder = [...all].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  writeFileSync(file, `${[preface.trim(), ...inOrder.map(([, part]) => part)].join('\n\n')}\n`);
};
