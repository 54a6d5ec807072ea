import { z } from 'zod';
import { contract } from '../../../contract/contract.ts';
import type { Allowed, Procedures } from '../../../contract/procedure.ts';
import { print } from './output.ts';

interface ProcedureSheet {
  readonly name: string;
  readonly kind: 'query' | 'command';
  /** Who may ask for it. */
  readonly allowed: Allowed;
  readonly description: string;
  /** JSON Schema of what may be sent. */
  readonly input: object;
  /** JSON Schema of `data` in the reply. */
  readonly output: object;
}

/** The contract for programs that cannot read TypeScript. */
const procedureSheets = (procedures: Procedures = contract): readonly ProcedureSheet[] =>
  Object.entries(procedures).map(([name, { kind, allowed, description, input, output }]) => ({
    name,
    kind,
    allowed,
    description,
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output, { io: 'output' }),
  }));

const fields = (schema: object): string => {
  const properties = 'properties' in schema ? schema.properties : undefined;
  return `{${Object.keys(Object(properties)).join(', ')}}`;
};

/** `procedures`: one line each for people, or one JSON array for programs. */
export const listProcedures = async ({ json }: { readonly json: boolean }): Promise<number> => {
  const sheets = procedureSheets();
  if (json) {
    await print(JSON.stringify(sheets));
    return 0;
  }
  for (const { name, kind, allowed, description, input, output } of sheets) {
    await print(
      `${name} (${kind}${allowed === 'anyone' ? '' : ', a manager'})  ${fields(input)} → ${fields(output)}\n  ${description}`,
    );
  }
  return 0;
};
