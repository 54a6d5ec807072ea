/** One thing that can be done now, by its name. */
export interface Command {
  readonly group: 'record' | 'list' | 'go' | 'window';
  readonly label: string;
  /** The keys that do it as well; none where single keys are off or there never were any. */
  readonly keys: readonly string[];
  readonly run: () => void;
}

/** What a name is found by: no case, no accents. */
const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The commands that have every word typed, each at the beginning of a word of theirs or within one; those first. */
export const matching = (commands: readonly Command[], typed: string): readonly Command[] => {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return commands;
  const found = commands.filter(({ label }) => wanted.every((word) => plain(label).includes(word)));
  const begins = ({ label }: Command): boolean => wanted.every((word) => ` ${plain(label)}`.includes(` ${word}`));
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
};

/** Each name once: what has keys, or comes first, stays. */
export const withoutDoubles = (commands: readonly Command[]): readonly Command[] => {
  const named = new Map<string, Command>();
  for (const command of commands) {
    const known = named.get(command.label);
    if (known === undefined || (known.keys.length === 0 && command.keys.length > 0)) named.set(command.label, command);
  }
  return [...named.values()];
};

const keysOn = (control: Element): readonly string[] =>
  [...control.querySelectorAll('kbd')].map(({ textContent }) => textContent);

/** What a control is called; the keys that stand on it are not part of its name. */
const nameOf = (control: Element): string => {
  const label = control.getAttribute('aria-label');
  if (label !== null) return label;
  const words = control.cloneNode(true);
  if (words instanceof Element) for (const each of words.querySelectorAll('kbd, [aria-hidden="true"]')) each.remove();
  return words.textContent?.trim() ?? '';
};

/** What the buttons and links of the open record do: whatever it offers to a finger, it offers by name. */
export const commandsOfRecord = (): readonly Command[] =>
  [...document.querySelectorAll<HTMLElement>('#detail :is(button, a[href], summary)')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => !each.matches(':disabled, [aria-disabled="true"]') && nameOf(each) !== '')
    .map((each) => ({ group: 'record', label: nameOf(each), keys: keysOn(each), run: () => each.click() }));
