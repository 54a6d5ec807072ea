/** What is looked at, in the order in which it is told. */
export type CheckName =
  | 'data_folder'
  | 'disk'
  | 'versions'
  | 'database'
  | 'ledger'
  | 'counts'
  | 'evidence'
  | 'backup'
  | 'link'
  | 'clock';

/** What one check found: a sentence, and what to do about it where something is to be done. */
export interface Finding {
  readonly check: CheckName;
  readonly ok: boolean;
  readonly message: string;
  readonly nextStep: string | null;
}

export const well = (check: CheckName, message: string, nextStep: string | null = null): Finding => ({
  check,
  ok: true,
  message,
  nextStep,
});

export const unwell = (check: CheckName, message: string, nextStep: string): Finding => ({
  check,
  ok: false,
  message,
  nextStep,
});
