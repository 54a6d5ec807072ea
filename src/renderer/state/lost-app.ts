import type { Fault } from '../../contract/fault.ts';

/** The answer where the app cannot be reached. Its words are found where words are: this is read before any of them. */
export const lostApp: Fault = { code: 'internal', message: '' };
