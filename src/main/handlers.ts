import type { Contract } from '../contract/contract.ts';
import { type FaultCode, Refusal } from '../contract/fault.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { AppOptions, Session } from './app.ts';
import { bindLink } from './commands/bind-link.ts';
import { createOutlet, createRegister } from './commands/outlets.ts';
import { createSignIn, setManagerPin } from './commands/staff.ts';
import type { Identity } from './domain/identity.ts';
import { orderStatuses } from './domain/order-status.ts';
import { connectLink } from './link/connect-link.ts';
import { listCustomers } from './queries/customers.ts';
import { countFulfillments, getFulfillment, listFulfillments } from './queries/fulfillments.ts';
import { bindingView, getLink } from './queries/link.ts';
import { listOutlets } from './queries/outlets.ts';
import { listProducts } from './queries/products.ts';
import { getSale } from './queries/sale-detail.ts';
import { listSales, summarizeSales } from './queries/sales-list.ts';
import { listStock } from './queries/stock.ts';
import { syncStatus } from './queries/sync-status.ts';
import { listHeld, whyOrder } from './queries/why-order.ts';
import type { Reader, Writer } from './store/connection.ts';
import { type SyncHandle, SyncRefused } from './sync-handle.ts';

/** What the desk works with. Queries get the reader only. */
export interface Desk {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly identity: Identity;
  readonly clock: () => number;
  readonly sync: SyncHandle;
  readonly options: AppOptions;
  /** Told when the link, its binding or its token changed. */
  readonly linkChanged: () => void;
}

/** Every procedure of the contract and what answers it: wiring only. */
export const createHandlers = (desk: Desk): Handlers<Contract, Session> => {
  const { reader, writer, identity, clock, sync, options } = desk;
  const made = () => ({ identity, now: clock() });
  const signIn = createSignIn();
  const status = () => syncStatus(reader, sync.activity());
  return {
    'app.about': () => ({ version: options.version, host: options.host, practice: options.practice }),
    'staff.setManagerPin': async ({ pin }, session) => {
      session.staff = await setManagerPin(writer, { pin, by: session.staff, now: clock() });
      return {};
    },
    'staff.signIn': async (input, session) => {
      session.staff = await signIn(writer, input);
      return session.staff;
    },
    'outlets.create': (input) => createOutlet(writer, made(), input),
    'outlets.list': () => listOutlets(reader),
    'registers.create': (input) => createRegister(writer, made(), input),
    'link.connect': async (input) => {
      const linked = await connectLink(
        {
          db: writer,
          identity,
          clock,
          probe: (access) => asRefusal(sync.ask('probe', access)),
          keepToken: (linkId, token) => options.secrets.write(linkId, token),
        },
        input,
      );
      desk.linkChanged();
      return linked;
    },
    'link.bind': (input) => {
      const binding = bindLink(writer, clock(), input);
      desk.linkChanged();
      return bindingView(binding);
    },
    'link.get': () => getLink(reader),
    'sync.now': async () => ({
      orders: await asRefusal(sync.ask('pull', null)),
      outbox: { sent: 0, pending: 0, parked: 0 },
    }),
    'sync.status': status,
    'orders.why': ({ orderId }) => whyOrder(reader, orderId, status()),
    'orders.held': () => listHeld(reader),
    'orderStatuses.list': () => ({
      rows: orderStatuses.map(({ id, label, meaning, sale }) => ({
        bigcommerceStatusId: id,
        label,
        meaning,
        saleStatus: sale,
      })),
    }),
    'sales.list': (input) => listSales(reader, input),
    'sales.summary': (input) => summarizeSales(reader, input),
    'sales.get': (input) => getSale(reader, input),
    'fulfillments.list': (input) => listFulfillments(reader, input),
    'fulfillments.counts': (input) => countFulfillments(reader, input),
    'fulfillments.get': ({ fulfillmentId }) => getFulfillment(reader, fulfillmentId),
    'products.list': (input) => listProducts(reader, input),
    'customers.list': (input) => listCustomers(reader, input),
    'stock.list': (input) => listStock(reader, input),
  };
};

/** The fault of each problem; a problem's own sentence and next step go with it. */
const faultOfProblem: Readonly<Record<string, FaultCode>> = {
  unreachable: 'store_unreachable',
  token_refused: 'token_refused',
  token_missing: 'token_refused',
  scope_missing: 'scope_missing',
  busy: 'store_busy',
  server_error: 'store_failing',
  web_page: 'store_answer_unreadable',
  broken_off: 'store_answer_unreadable',
  unreadable: 'store_answer_unreadable',
  not_found: 'store_not_found',
  rejected: 'store_rejected',
  not_linked: 'not_linked',
  not_bound: 'not_bound',
  interrupted: 'sync_interrupted',
};

const asRefusal = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    if (!(error instanceof SyncRefused)) throw error;
    const { code, message, nextStep } = error.problem;
    throw new Refusal(faultOfProblem[code] ?? 'internal', { message: `${message} ${nextStep}` });
  });
