import type { ReactNode } from 'react';
import type { HandOverLock } from '../../../../contract/fulfillments.ts';
import { TextField } from '../../../components/text-field.tsx';
import type { Panel, PanelEdit } from '../../../state/fulfillment-panel.ts';
import { remembered } from '../../../state/remembered.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './work-panel.module.css';

const words = text.fulfillments.panel;

/** What each kind of panel asks for besides quantities. */
export function PanelFields({ panel }: { readonly panel: Panel }): ReactNode {
  const { work } = useApp().fulfillments;
  const edit = (part: PanelEdit): void => work.edit(part);
  switch (panel.kind) {
    case 'ship':
      return (
        <>
          <TextField
            label={words.tracking}
            hint={words.trackingHint}
            maxLength={50}
            isFirst
            value={panel.trackingNumber}
            onChange={(trackingNumber) => edit({ trackingNumber })}
          />
          <TextField
            label={words.carrier}
            maxLength={100}
            offered={remembered.carriers()}
            value={panel.carrier}
            onChange={(carrier) => edit({ carrier })}
          />
        </>
      );
    case 'ready':
      return (
        <TextField
          label={words.shelfCode}
          hint={words.shelfHint}
          maxLength={50}
          isFirst
          value={panel.shelfCode}
          onChange={(shelfCode) => edit({ shelfCode })}
        />
      );
    case 'hand_over':
      return (
        <TextField
          label={words.recipient}
          maxLength={200}
          isFirst
          value={panel.recipientName}
          onChange={(recipientName) => edit({ recipientName })}
        />
      );
    case 'note':
    case 'cannot':
    case 'assign': {
      const [label, maxLength] = {
        note: [words.note, 2_000],
        cannot: [words.reason, 500],
        assign: [words.assignTo, 100],
      }[panel.kind] as [string, number];
      return (
        <TextField
          label={label}
          maxLength={maxLength}
          isFirst
          value={panel.words}
          onChange={(typed) => edit({ words: typed })}
        />
      );
    }
    default:
      return null;
  }
}

/** Why it must not leave, and what a manager says to that (R70, R91). */
export function OverrideField({ panel, lock }: { readonly panel: Panel; readonly lock: HandOverLock }): ReactNode {
  const { work } = useApp().fulfillments;
  return (
    <>
      <p className={styles.lock}>{text.fulfillments.locks[lock]}</p>
      <TextField
        label={words.override}
        maxLength={500}
        value={panel.overrideReason}
        onChange={(overrideReason) => work.edit({ overrideReason })}
      />
    </>
  );
}
