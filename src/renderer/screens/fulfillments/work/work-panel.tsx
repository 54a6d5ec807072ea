import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { FulfillmentView } from '../../../../contract/fulfillments.ts';
import buttons from '../../../components/button.module.css';
import { CommitButton } from '../../../components/commit-button.tsx';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Refused } from '../../../components/refused.tsx';
import { useFocusReturned } from '../../../components/use-focus-returned.ts';
import { ageOf } from '../../../format/instants.ts';
import { focusDetail } from '../../../state/focus-places.ts';
import { countedIn, leavesBy, type Panel, piecesOf } from '../../../state/fulfillment-panel.ts';
import { countOf } from '../../../state/fulfillment-pieces.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import { OverrideField, PanelFields } from './panel-fields.tsx';
import { PanelQuantities } from './panel-quantities.tsx';
import styles from './work-panel.module.css';

const words = text.fulfillments.panel;

interface WorkPanelProps {
  readonly view: FulfillmentView;
  readonly panel: Panel;
  readonly now: number;
}

/** What the button says: with the number of pieces where there is one, and that it is known to be old. */
const commitLabel = (panel: Panel, view: FulfillmentView): string => {
  if (panel.saidOld && leavesBy(panel.kind)) return words.allTheSame[panel.kind];
  if (panel.kind !== 'pick' && panel.kind !== 'pack' && panel.kind !== 'ship') return words.commit[panel.kind];
  const pieces = piecesOf(panel, view);
  return words.commit[panel.kind](typeof pieces === 'string' ? 0 : countOf(pieces));
};

/** That BigCommerce was not asked for long, so that the order may be another one by now (N15). */
function OldNote({ panel, now }: Pick<WorkPanelProps, 'panel' | 'now'>): ReactNode {
  const { sync } = useApp();
  const lastPulledAt = useStore(sync.store, ({ status }) => status?.lastPulledAt ?? null);
  if (!panel.saidOld || !leavesBy(panel.kind) || lastPulledAt === null) return null;
  return (
    <p className={styles.old} role="alert">
      {words.stale(ageOf(lastPulledAt, now))} {words.staleQuestion[panel.kind]}
    </p>
  );
}

/** Records what is entered; goods that leave may need a manager. */
function Commit({ panel, view }: Pick<WorkPanelProps, 'panel' | 'view'>): ReactNode {
  const { work } = useApp().fulfillments;
  const label = commitLabel(panel, view);
  const commit = (): void => void work.commit();
  if (!leavesBy(panel.kind)) return <CommitButton label={label} hindrance={null} onPress={commit} />;
  return <ManagerStep command={work.leaving} label={label} busy={words.busy} hindrance={null} onPress={commit} />;
}

/** One kind of work on one fulfillment: what has to be entered, and the button that records it. Enter does, Esc closes. */
export function WorkPanel({ view, panel, now }: WorkPanelProps): ReactNode {
  const { work } = useApp().fulfillments;
  const asked = useStore(work.store, (state) => state.asked);
  const form = useRef<HTMLFieldSetElement>(null);
  // Asked for by key, touch or scan, it takes the focus; a change of the order does not.
  useEffect(() => {
    if (asked === 0) return;
    const first = form.current?.querySelector<HTMLElement>('[data-first]') ?? form.current?.querySelector('input');
    (first ?? form.current)?.focus();
    if (first instanceof HTMLInputElement) first.select();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);

  useFocusReturned(focusDetail);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const { target } = event;
    // The sign-in of a manager is a form of its own.
    if (target instanceof Element && target.closest('form') !== null) return;
    const inField = target instanceof HTMLInputElement || target === form.current;
    if (event.key === 'Escape') work.close();
    else if (event.key === 'Enter' && inField) void work.commit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <fieldset ref={form} tabIndex={-1} className={styles.panel} onKeyDown={onKeyDown}>
      <legend className={styles.legend}>{words.titles[panel.kind]}</legend>
      <button type="button" className={`${buttons.bare} ${styles.close}`} onClick={work.close} aria-label={words.close}>
        <X size={20} aria-hidden />
      </button>
      {countedIn[panel.kind] === undefined ? null : <PanelQuantities view={view} panel={panel} />}
      <PanelFields panel={panel} />
      {leavesBy(panel.kind) && view.lock !== null ? <OverrideField panel={panel} lock={view.lock} /> : null}
      {panel.problem === null ? null : <Refused>{panel.problem}</Refused>}
      <OldNote panel={panel} now={now} />
      <div className={styles.end}>
        <Commit panel={panel} view={view} />
      </div>
    </fieldset>
  );
}
