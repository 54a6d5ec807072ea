import { systemIdentity } from '../../src/main/identity.ts';
import type { OpenedBy } from '../../src/main/store/data-folder.ts';

/** Whoever opens a data folder below the app, in a test. */
export const openedByTest: OpenedBy = { identity: systemIdentity, version: '0.0.0', now: 1_700_000_000_000 };
