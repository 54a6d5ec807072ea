/** What one part of `npm run check` found. `seen` says how much was looked at; no problem means it passed. */
export interface PartResult {
  readonly name: string;
  readonly seen: string;
  readonly problems: readonly string[];
}
