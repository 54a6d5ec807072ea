import type { z } from 'zod';
import type { Fault } from './fault.ts';

/**
 * Who may have something done (R6). A folder on which no manager PIN was ever set belongs to whoever holds it, so that a
 * shop can be set up: what is `manager_once_set_up` is anyone's until there is a PIN, and a manager's from then on.
 */
export type Allowed = 'anyone' | 'manager_once_set_up' | 'manager';

/** One thing a screen or an outside program may ask for. A query changes nothing; a command records something here. */
export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly allowed: Allowed;
  readonly description: string;
  readonly input: I;
  readonly output: O;
}

type Definition<I extends z.ZodType, O extends z.ZodType> = Omit<Procedure<I, O>, 'kind'>;

/** Whoever can ask may read, unless it is said otherwise. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Definition<I, O>, 'allowed'> & { readonly allowed?: Allowed },
): Procedure<I, O> => ({
  kind: 'query',
  allowed: 'anyone',
  ...definition,
});

/** Who may have it done has to be said of each. */
export const command = <I extends z.ZodType, O extends z.ZodType>(definition: Definition<I, O>): Procedure<I, O> => ({
  kind: 'command',
  ...definition,
});

export type Procedures = Readonly<Record<string, Procedure>>;
export type InputOf<P extends Procedure> = z.input<P['input']>;
export type OutputOf<P extends Procedure> = z.output<P['output']>;

/** What every procedure answers, on every host. Money and instants inside `data` are JSON-safe strings. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly fault: Fault };

/** One handler per procedure: leaving one out does not compile. A refusal is thrown as `Refusal`. */
export type Handlers<C extends Procedures, Context> = {
  readonly [N in keyof C]: (
    input: z.output<C[N]['input']>,
    context: Context,
  ) => z.input<C[N]['output']> | Promise<z.input<C[N]['output']>>;
};

/** How a host's caller sees the contract. */
export type Client<C extends Procedures> = <N extends keyof C & string>(
  name: N,
  input: InputOf<C[N]>,
) => Promise<Reply<OutputOf<C[N]>>>;
