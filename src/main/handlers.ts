import type { Contract } from '../contract/contract.ts';
import { Refusal } from '../contract/fault.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { auditHandlers } from './audit-handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { createOutlet, createRegister, setOutletLocale } from './commands/outlets.ts';
import { recordInStore } from './commands/record-in-store.ts';
import { refuseToLeaveStore } from './commands/use-practice.ts';
import { asRefusal, type Desk, workDesk } from './desk.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { disputeHandlers } from './dispute-handlers.ts';
import { orderStatuses } from './domain/order-status.ts';
import { fulfillmentHandlers } from './fulfillment-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { linkHandlers } from './link-handlers.ts';
import { outboxHandlers } from './outbox-handlers.ts';
import { printHandlers } from './print-handlers.ts';
import { privacyHandlers } from './privacy-handlers.ts';
import { productHandlers } from './product-handlers.ts';
import { proofHandlers } from './proof-handlers.ts';
import { listCustomers } from './queries/customers.ts';
import { listOutlets } from './queries/outlets.ts';
import { getSale } from './queries/sale-detail.ts';
import { exportSales } from './queries/sales-export.ts';
import { findSale } from './queries/sales-find.ts';
import { listSales } from './queries/sales-list.ts';
import { summarizeDays, summarizeSales } from './queries/sales-summary.ts';
import { syncStatus, syncStatusOfOrders } from './queries/sync-status.ts';
import { listHeld, whyOrder } from './queries/why-order.ts';
import { staffHandlers } from './staff-handlers.ts';
import { stockHandlers } from './stock-handlers.ts';
import { tillHandlers } from './till-handlers.ts';
import { trainingHandlers } from './training-handlers.ts';
import { workHandlers } from './work-handlers.ts';

/** Every procedure of the contract and what answers it: wiring only. */
export const createHandlers = (desk: Desk): Handlers<Contract, Session> => {
  const { reader, writer, identity, clock, sync, options } = desk;
  const made = () => ({ identity, now: clock() });
  /** Screens name outlets and registers. */
  const told = <T>(place: T): T => {
    desk.changed(['link']);
    return place;
  };
  const status = () => syncStatus(reader, sync.activity());
  return {
    'app.about': () => ({
      version: options.version,
      host: options.host,
      practice: options.practice,
      canSwitch: options.usePractice !== undefined,
    }),
    'app.usePractice': ({ practice }) => {
      if (practice === options.practice) return {};
      if (practice) refuseToLeaveStore(reader);
      const { usePractice } = options;
      if (!usePractice) throw new Refusal('no_window');
      // After the answer: whoever asked is to hear it.
      setImmediate(() => usePractice(practice));
      return {};
    },
    'outlets.create': (input) => told(createOutlet(writer, made(), input)),
    'outlets.setLocale': (input, session) => told(setOutletLocale(workDesk(desk, session), input)),
    'outlets.list': () => listOutlets(reader),
    'registers.create': (input) => told(createRegister(writer, made(), input)),
    ...linkHandlers(desk),
    'sync.now': () => asRefusal(sync.ask('exchange', null)),
    'sync.wakeUp': () => {
      sync.wakeUp();
      return {};
    },
    'sync.status': status,
    'orders.why': ({ orderId }) => whyOrder(reader, orderId, syncStatusOfOrders(reader, sync.activity())),
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
    'sales.days': (input) => summarizeDays(reader, input),
    'sales.export': (input) => exportSales(reader, input),
    'sales.find': ({ code }) => findSale(reader, code),
    'sales.get': (input) => getSale(reader, input),
    'sales.recordInStore': (input, session) => {
      const sale = recordInStore(workDesk(desk, session), input);
      desk.changed(['sales']);
      desk.stockMoved();
      return sale;
    },
    'customers.list': (input) => listCustomers(reader, input),
    ...fulfillmentHandlers(desk),
    ...outboxHandlers(desk),
    ...printHandlers(desk),
    ...productHandlers(desk),
    ...stockHandlers(desk),
    ...proofHandlers(desk),
    ...privacyHandlers(desk),
    ...auditHandlers(desk),
    ...backupHandlers(desk),
    ...staffHandlers(desk),
    ...desktopHandlers(desk),
    ...disputeHandlers(desk),
    ...historyHandlers(desk),
    ...tillHandlers(desk),
    ...trainingHandlers(desk),
    ...workHandlers(desk),
  };
};
