import type { AppClient, Contract } from '../../contract/contract.ts';
import type { AppEvent } from '../../contract/event.ts';
import type { InputOf, OutputOf } from '../../contract/procedure.ts';

/** `signed_out`: the app no longer knows this window, so only a new address helps. */
export type Connection = 'connected' | 'reconnecting' | 'signed_out';

/** The road from the screens to the app, the same in Electron and in a browser. Functions return how to stop. */
export interface Bridge {
  /** Never rejects: what cannot be reached is a fault too. */
  readonly call: AppClient;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** Called with each change; whoever hears `connected` asks again for what it shows. */
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
}

export type { AppClient, AppEvent };
export type ProcedureName = keyof Contract & string;
export type Input<N extends ProcedureName> = InputOf<Contract[N]>;
export type Output<N extends ProcedureName> = OutputOf<Contract[N]>;
