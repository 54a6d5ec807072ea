import { type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { WriteBackView } from '../../../../contract/outbox.ts';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import { FreshnessLimit } from './freshness-limit.tsx';
import styles from './write-back.module.css';

const nouns: readonly RecordNoun[] = ['outbox', 'link'];
const words = text.queue.writeBack;

type StatusStep = 'packedDelivery' | 'packedPickup' | 'handedOver';
type Status = WriteBackView[StatusStep];

/** What a step may write, and what it writes unless somebody decided otherwise (R95). */
const statusIds = [2, 3, 8, 9, 10, 11] as const;
const usual: Readonly<Record<StatusStep, Status>> = { packedDelivery: 9, packedPickup: 8, handedOver: 10 };

const statusOf = (value: string): Status => statusIds.find((id) => String(id) === value) ?? null;

interface StatusChoiceProps {
  readonly step: StatusStep;
  readonly value: Status;
  readonly onChange: (status: Status) => void;
}

/** Which of BigCommerce's statuses a step sets, by the labels that the shop gave them. */
function StatusChoice({ step, value, onChange }: StatusChoiceProps): ReactNode {
  const { shop } = useApp();
  const statuses = useStore(shop.statuses.store, ({ data }) => data?.rows) ?? [];
  const id = useId();
  const labelOf = (statusId: number): string =>
    statuses.find((each) => each.bigcommerceStatusId === statusId)?.label ?? String(statusId);
  return (
    <>
      <label htmlFor={id}>{words[step]}</label>
      <select
        id={id}
        className={field.field}
        value={String(value)}
        onChange={({ target }) => onChange(statusOf(target.value))}
      >
        <option value="null">{words.nothing}</option>
        {statusIds.map((statusId) => (
          <option key={statusId} value={statusId}>
            {statusId === usual[step] ? words.usual(labelOf(statusId)) : labelOf(statusId)}
          </option>
        ))}
      </select>
    </>
  );
}

function WriteBackForm({ saved }: { readonly saved: WriteBackView }): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [changed, setChanged] = useState<Partial<WriteBackView>>({});
  const now = { ...saved, ...changed };
  const id = useId();
  const change = (part: Partial<WriteBackView>): void => {
    command.forget();
    setChanged((before) => ({ ...before, ...part }));
  };
  const isSame = JSON.stringify(now) === JSON.stringify(saved);
  const save = (): void =>
    void command.run(
      () => call('outbox.setWriteBack', changed),
      () => {
        setChanged({});
        notices.say(words.saved);
      },
    );
  return (
    <div className={styles.form}>
      <StatusChoice
        step="packedDelivery"
        value={now.packedDelivery}
        onChange={(packedDelivery) => change({ packedDelivery })}
      />
      <StatusChoice
        step="packedPickup"
        value={now.packedPickup}
        onChange={(packedPickup) => change({ packedPickup })}
      />
      <label htmlFor={id}>{words.shipment}</label>
      <select
        id={id}
        className={field.field}
        value={String(now.shipment)}
        onChange={({ target }) => change({ shipment: target.value === 'true' })}
      >
        <option value="true">{words.usual(words.shipmentOn)}</option>
        <option value="false">{words.nothing}</option>
      </select>
      <StatusChoice step="handedOver" value={now.handedOver} onChange={(handedOver) => change({ handedOver })} />
      <div className={styles.end}>
        <ManagerStep
          command={command}
          label={words.save}
          busy={words.saving}
          hindrance={isSame ? words.unchanged : null}
          onPress={save}
        />
      </div>
    </div>
  );
}

/** Settings › What BigCommerce is told: which step writes what (R95), and when figures count as old (N15). */
export function WriteBackSettings(): ReactNode {
  const { data, fault, again } = useQuery('outbox.writeBack', {}, nouns);
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {(saved) => <WriteBackForm saved={saved} />}
      </RecordBody>
      <FreshnessLimit />
    </div>
  );
}
