import type { Finding } from './finding.ts';
import type { ProofDeps } from './proof-deps.ts';

export interface ComparedLevels {
  readonly findings: readonly Finding[];
  readonly compared: number;
}

export const compareLevels = async (_deps: ProofDeps, _pull: () => Promise<void>): Promise<ComparedLevels> => ({
  findings: [],
  compared: 0,
});
