import { type Fault, faultSentences, Refusal } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';

/** A refusal of the host's own, in the shape that dispatch gives: `message` replaces the code's sentence. */
export const refused = (code: Fault['code'], message: string = faultSentences[code]): Reply => ({
  ok: false,
  fault: { code, message },
});

/** What a caller reads when `error` ended its call: a refusal keeps its words, anything else stays inside. */
export const replyToError = (error: unknown): Reply => {
  if (!(error instanceof Refusal)) return refused('internal');
  const { code, message, field } = error;
  return { ok: false, fault: field === undefined ? { code, message } : { code, message, field } };
};
