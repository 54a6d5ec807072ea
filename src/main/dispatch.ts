import type { Contract } from '../contract/contract.ts';
import { contract } from '../contract/contract.ts';
import { type Fault, type FaultCode, faultSentences, Refusal } from '../contract/fault.ts';
import type { Handlers, Procedure, Reply } from '../contract/procedure.ts';
import { quick } from '../contract/quick.ts';
import type { Dispatch, Session } from './app.ts';
import type { Gate } from './gate.ts';
import { troubleOfError } from './store/storage-trouble.ts';

const refuse = (code: FaultCode, detail: { message?: string; field?: string | undefined } = {}): Reply => {
  const fault: Fault = { code, message: detail.message ?? faultSentences[code] };
  return { ok: false, fault: detail.field === undefined ? fault : { ...fault, field: detail.field } };
};

const procedureNamed = (name: string): Procedure | undefined =>
  Object.hasOwn(contract, name) ? contract[name as keyof Contract] : undefined;

/** Throws `invalid_input`, with the field that is wrong. */
const readInput = (procedure: Procedure, input: unknown): unknown => {
  const read = quick(procedure.input).safeParse(input ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const message = `${faultSentences.invalid_input} ${issue?.message ?? ''}`.trim();
  const field = issue?.path.join('.');
  throw new Refusal('invalid_input', field ? { message, field } : { message });
};

/**
 * The one door (R84): look up, see who asks, validate, run, validate, answer. It never throws; what is not a refusal is told to
 * `onInternalError` and answered as `internal`, or by what is the matter with the disk (F4).
 */
export const createDispatch =
  (
    handlers: Handlers<Contract, Session>,
    gate: Gate,
    onInternalError: (name: string, error: unknown) => void,
  ): Dispatch =>
  async (name, input, session) => {
    const procedure = procedureNamed(name);
    if (!procedure) return refuse('unknown_procedure');
    try {
      gate.admit(procedure, session);
      const given = readInput(procedure, input);
      const handler = handlers[name as keyof Contract] as (input: unknown, session: Session) => unknown;
      const data = quick(procedure.output).parse(await handler(given, session));
      return { ok: true, data };
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.code, { message: error.message, field: error.field });
      onInternalError(name, error);
      return refuse(troubleOfError(error) ?? 'internal');
    }
  };
