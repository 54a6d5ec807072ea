import { Download } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AuditEntryView, AuditFilter } from '../../../../contract/audit.ts';
import type { RecordNoun } from '../../../../contract/event.ts';
import buttons from '../../../components/button.module.css';
import { CsvProgress } from '../../../components/csv-progress.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultNote } from '../../../components/fault-note.tsx';
import field from '../../../components/field.module.css';
import { LongList } from '../../../components/long-list.tsx';
import { dayOf } from '../../../format/instants.ts';
import { createPagedList, pageInput, pageSize } from '../../../state/paged-list.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './audit.module.css';
import { AuditEntry } from './audit-entry.tsx';

const nouns: readonly RecordNoun[] = ['staff', 'link', 'stock', 'till', 'outbox', 'history', 'prints', 'fulfillments'];
const none: readonly RecordNoun[] = [];
const words = text.audit;

interface Wanted {
  readonly search: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}
const everything: Wanted = { search: '', what: '', from: '', to: '' };

/** What was asked for, as the app reads it; what is empty leaves nothing out. */
const filterOf = (wanted: Wanted): AuditFilter =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));

interface FilterProps {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

function Filter({ wanted, onChange }: FilterProps): ReactNode {
  const kinds = useQuery('audit.kinds', {}, none);
  const change = (part: Partial<Wanted>): void => onChange({ ...wanted, ...part });
  return (
    <search className={styles.filter}>
      <input
        className={field.field}
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={200}
        value={wanted.search}
        onChange={({ target }) => change({ search: target.value })}
      />
      <select
        className={field.field}
        aria-label={words.kind}
        value={wanted.what}
        onChange={({ target }) => change({ what: target.value })}
      >
        <option value="">{text.any}</option>
        {kinds.data?.rows.map(({ what, label }) => (
          <option key={what} value={what}>
            {label}
          </option>
        ))}
      </select>
      <span className={styles.days}>
        {(['from', 'to'] as const).map((end) => (
          <DayField key={end} label={words[end]} value={wanted[end]} onChange={(day) => change({ [end]: day })} />
        ))}
      </span>
      {filterOf(wanted) && Object.keys(filterOf(wanted)).length > 0 ? (
        <button type="button" className={buttons.button} onClick={() => onChange(everything)}>
          {words.clear}
        </button>
      ) : null}
    </search>
  );
}

function Export({ wanted }: { readonly wanted: Wanted }): ReactNode {
  const { auditCsv } = useApp();
  const progress = useStore(auditCsv.store, (state) => state.progress);
  const timeZone = useTimeZone();
  if (progress !== null) return <CsvProgress progress={progress} onCancel={auditCsv.cancel} />;
  const save = (): void => void auditCsv.start(filterOf(wanted), `audit-log-${dayOf(Date.now(), timeZone)}.csv`);
  return (
    <button type="button" className={buttons.button} onClick={save}>
      <Download size={18} aria-hidden />
      {words.export}
    </button>
  );
}

/** Settings › Audit log: who did what, when, with what was before and after (R6). */
export function AuditSection(): ReactNode {
  const { call, live } = useApp();
  const [list] = useState(() =>
    createPagedList<Wanted, AuditEntryView>(
      (wanted, cursor, limit) => call('audit.list', { ...filterOf(wanted), ...pageInput(cursor, limit) }),
      ({ auditId }) => auditId,
      everything,
    ),
  );
  const { query, rows, nextCursor, shown, fault } = useStore(list.store);
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const refresh = useCallback(() => void list.refresh(Math.max(pageSize, list.store.getState().rows.length)), [list]);
  useEffect(() => {
    refresh();
    return live.on(nouns, refresh);
  }, [live, refresh]);
  return (
    <>
      <div className={look.page}>
        <div className={styles.head}>
          <h2 className={look.title}>{words.title}</h2>
          <Export wanted={query} />
        </div>
        <p className={look.what}>{words.what}</p>
        <Filter wanted={query} onChange={(wanted) => void list.show(wanted)} />
      </div>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      {shown !== null && rows.length === 0 ? (
        <EmptyState sentence={query === everything ? words.empty : words.nothingMatches} />
      ) : (
        <LongList
          label={words.list}
          items={rows}
          keyOf={({ auditId }) => auditId}
          usualHeight={72}
          renderItem={(entry) => <AuditEntry entry={entry} timeZone={timeZone} now={now} />}
          onNearEnd={nextCursor === null ? undefined : list.more}
        />
      )}
    </>
  );
}
