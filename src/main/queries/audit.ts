import type { AuditEntryView, AuditFilter } from '../../contract/audit.ts';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { day } from '../../contract/values.ts';
import { type AuditFacts, auditedWorks } from '../domain/audited-work.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { csvOf, moreCsv } from './csv.ts';
import { pageOf, positionOf, where } from './paging.ts';
import { instantView } from './views.ts';

interface AuditRow {
  readonly auditKey: number;
  readonly auditId: string;
  readonly recordedAt: number;
  readonly who: string | null;
  readonly what: string;
  readonly subject: string;
  readonly factsBefore: string | null;
  readonly factsAfter: string | null;
}

const selectEntries = `
SELECT audit_key AS auditKey, audit_id AS auditId, recorded_at AS recordedAt, who, what, subject,
       facts_before AS factsBefore, facts_after AS factsAfter
  FROM audit_entries`;

const labels: Readonly<Record<string, string>> = auditedWorks;

const entryView = (row: AuditRow): AuditEntryView => ({
  auditId: row.auditId,
  at: instantView(row.recordedAt),
  who: row.who,
  what: row.what,
  label: labels[row.what] ?? row.what,
  subject: row.subject,
  before: factsView(row.factsBefore),
  after: factsView(row.factsAfter),
});

/** What it really holds, the contract checks on its way out (law 10). */
const factsView = (facts: string | null): AuditEntryView['before'] => facts && JSON.parse(facts);

interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page, newest first: the entries' order is that in which they were recorded, whatever the clock said. */
const pageOfEntries = <T>(
  db: Reader,
  { cursor, limit, ...filter }: AuditFilter & Paging,
  view: (row: AuditRow) => T,
) => {
  const found = conditionsOf(filter);
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<AuditRow>(
    `${selectEntries} ${where([...found.conditions, after && 'audit_key < :afterKey'])}
      ORDER BY audit_key DESC LIMIT :limit`,
    { ...found.params, ...(after ? { afterKey: after.key } : {}), limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ auditKey }) => ({ value: auditKey, key: auditKey }), view);
};

export const listAudit = (db: Reader, asked: AuditFilter & Paging) => pageOfEntries(db, asked, entryView);

const heading = ['When (UTC)', 'Who', 'What', 'To what', 'Before', 'After'];

/** A page of the file, and with the first one how many entries there will be. */
export const exportAudit = (db: Reader, asked: AuditFilter & Paging): OutputOf<Contract['audit.export']> => {
  const { rows, nextCursor } = pageOfEntries(db, asked, (row) => {
    const { at, who, label, subject, before, after } = entryView(row);
    return [at, who ?? 'nobody signed in', label, subject, factsText(before), factsText(after)];
  });
  const isFirst = asked.cursor === undefined;
  return {
    csv: isFirst ? csvOf(heading, rows) : moreCsv(rows),
    count: rows.length,
    total: isFirst ? countAudit(db, asked) : null,
    nextCursor,
  };
};

const countAudit = (db: Reader, filter: AuditFilter): number => {
  const { conditions, params } = conditionsOf(filter);
  return (
    db.get<{ count: number }>(`SELECT count(*) AS count FROM audit_entries ${where(conditions)}`, params)?.count ?? 0
  );
};

const factsText = (facts: AuditFacts | null): string =>
  Object.entries(facts ?? {})
    .map(([name, value]) => `${name}: ${value ?? 'none'}`)
    .join('; ');

interface Conditions {
  readonly conditions: readonly string[];
  readonly params: SqlParams;
}

const conditionsOf = ({ search, what, from, to }: AuditFilter): Conditions => {
  const text = search?.trim();
  const given: readonly (Conditions | false | '' | undefined)[] = [
    text && searched(text),
    what !== undefined && { conditions: ['what = :what'], params: { what } },
    from !== undefined && bound('from', from),
    to !== undefined && bound('to', to),
  ];
  const applying = given.filter((each) => typeof each === 'object');
  return {
    conditions: applying.flatMap(({ conditions }) => conditions),
    params: Object.assign({}, ...applying.map(({ params }) => params)),
  };
};

/** In what an entry shows: its label stands in no column. */
const searched = (text: string): Conditions => {
  const labelled = Object.entries(labels).filter(([, label]) => label.toLowerCase().includes(text.toLowerCase()));
  return {
    conditions: [
      `(what IN (SELECT value FROM json_each(:labelled))
        OR who LIKE :search ESCAPE '\\' OR subject LIKE :search ESCAPE '\\'
        OR facts_before LIKE :search ESCAPE '\\' OR facts_after LIKE :search ESCAPE '\\')`,
    ],
    params: {
      labelled: JSON.stringify(labelled.map(([what]) => what)),
      search: `%${text.replace(/[\\%_]/g, '\\$&')}%`,
    },
  };
};

/** Where a period begins or ends: a day of the outlet's calendar, or an instant. */
const bound = (name: 'from' | 'to', value: string): Conditions => {
  const sign = name === 'from' ? '>=' : '<=';
  return day.safeParse(value).success
    ? { conditions: [`recorded_day ${sign} :${name}`], params: { [name]: value } }
    : { conditions: [`recorded_at ${sign} :${name}`], params: { [name]: Date.parse(value) } };
};
