import { aboutProcedures } from './about.ts';
import { auditProcedures } from './audit.ts';
import { backupProcedures } from './backup.ts';
import { customersProcedures } from './customers.ts';
import { desktopProcedures } from './desktop.ts';
import { disputesProcedures } from './disputes.ts';
import { fulfillmentsProcedures } from './fulfillments.ts';
import { historyProcedures } from './history.ts';
import { linkProcedures } from './link.ts';
import { ordersProcedures } from './orders.ts';
import { outboxProcedures } from './outbox.ts';
import { outletsProcedures } from './outlets.ts';
import { printersProcedures } from './printers.ts';
import { printsProcedures } from './prints.ts';
import { privacyProcedures } from './privacy.ts';
import type { Client } from './procedure.ts';
import { productsProcedures } from './products.ts';
import { proofProcedures } from './proof.ts';
import { salesProcedures } from './sales.ts';
import { staffProcedures } from './staff.ts';
import { statusProcedures } from './status.ts';
import { stockProcedures } from './stock.ts';
import { syncProcedures } from './sync.ts';
import { tillProcedures } from './till.ts';
import { trainingProcedures } from './training.ts';
import { workProcedures } from './work.ts';

/** Everything that can be asked of the app, on every host. There is no other door (R84). */
export const contract = {
  ...aboutProcedures,
  ...staffProcedures,
  ...outletsProcedures,
  ...linkProcedures,
  ...syncProcedures,
  ...ordersProcedures,
  ...statusProcedures,
  ...salesProcedures,
  ...disputesProcedures,
  ...fulfillmentsProcedures,
  ...outboxProcedures,
  ...printsProcedures,
  ...printersProcedures,
  ...productsProcedures,
  ...customersProcedures,
  ...stockProcedures,
  ...proofProcedures,
  ...privacyProcedures,
  ...auditProcedures,
  ...backupProcedures,
  ...desktopProcedures,
  ...historyProcedures,
  ...tillProcedures,
  ...trainingProcedures,
  ...workProcedures,
} as const;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract & string;
export type AppClient = Client<Contract>;
