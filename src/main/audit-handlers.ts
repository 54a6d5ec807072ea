import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import type { Desk } from './desk.ts';
import { auditedWorks } from './domain/audited-work.ts';
import { exportAudit, listAudit } from './queries/audit.ts';

type AuditProcedure = Extract<keyof Contract, `audit.${string}`>;

export const auditHandlers = ({ reader }: Desk): Pick<Handlers<Contract, Session>, AuditProcedure> => ({
  'audit.list': (input) => listAudit(reader, input),
  'audit.kinds': () => ({ rows: Object.entries(auditedWorks).map(([what, label]) => ({ what, label })) }),
  'audit.export': (input) => exportAudit(reader, input),
});
