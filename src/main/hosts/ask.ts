import type { ProcedureName } from '../../contract/contract.ts';
import { type Contract, contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { InputOf, OutputOf } from '../../contract/procedure.ts';
import type { App, Session } from '../app.ts';

/** One call that has to succeed. Throws the fault as a `Refusal`. */
export const ask = async <N extends ProcedureName>(
  app: App,
  session: Session,
  name: N,
  input: InputOf<Contract[N]>,
): Promise<OutputOf<Contract[N]>> => {
  const reply = await app.dispatch(name, input, session);
  if (reply.ok) return contract[name].output.parse(reply.data) as OutputOf<Contract[N]>;
  const { code, message, field } = reply.fault;
  throw new Refusal(code, field === undefined ? { message } : { message, field });
};
