/** One promise of the project and how it was found. */
export interface Finding {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** Ours as a part of `against`; null where there is none. */
  readonly ratio: number | null;
  readonly goal: string;
  /** Null for what is told without a goal. */
  readonly reached: boolean | null;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one measure found. `notes` say what was timed and what was not. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly details?: Table;
  readonly notes: readonly string[];
}

export const decimals = (number: number, digits = 2): string => number.toFixed(digits);
export const seconds = (ms: number): string => `${decimals(ms / 1000)} s`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
export const thousands = (number: number): string => Math.round(number).toLocaleString('en-US');

const findingsTable = (findings: readonly Finding[]): Table => ({
  head: ['what', 'ours', 'against', 'ratio', 'goal', 'reached'],
  rows: findings.map(({ what, ours, against, ratio, goal, reached }) => [
    what,
    ours,
    against,
    ratio === null ? '' : decimals(ratio),
    goal,
    reached === null ? '' : reached ? 'yes' : '**no**',
  ]),
});

const markdownTable = ({ head, rows }: Table): string => {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
};

/** The report as Markdown, which reads as well in a terminal. */
export const markdownOf = ({ id, title, findings, details, notes }: Report): string =>
  [
    `## ${id} ${title}`,
    markdownTable(findingsTable(findings)),
    ...(details ? [markdownTable(details)] : []),
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n');
