import { MessageSquarePlus, OctagonX, PackageOpen, Undo2, UserRoundCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { FulfillmentView } from '../../../../contract/fulfillments.ts';
import buttons from '../../../components/button.module.css';
import { Keys } from '../../../components/keys.tsx';
import { panelFor } from '../../../state/fulfillment-panel.ts';
import { canTake, type NextStep, nextStep, stepsBesides } from '../../../state/fulfillment-pieces.ts';
import type { Shortcut } from '../../../state/key-match.ts';
import { useApp } from '../../../state/use-app.ts';
import { useShortcuts } from '../../../state/use-shortcuts.ts';
import { text } from '../../../text.ts';
import { PrintActions } from '../../prints/print-actions.tsx';
import styles from './fulfillment-work.module.css';
import { WorkPanel } from './work-panel.tsx';

const words = text.fulfillments;

/** What the keys do with the fulfillment that is open. */
function useWorkKeys(): void {
  const { notices, fulfillments } = useApp();
  const { work } = fulfillments;
  const noticeUndoes = useStore(notices.store, ({ undo }) => undo !== null);
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      {
        keys: ['f'],
        label: words.keys.next,
        hint: { keys: ['f'], label: words.keys.next },
        run: () => void work.next(),
      },
      {
        keys: ['n'],
        label: words.keys.note,
        hint: { keys: ['n'], label: words.keys.note },
        run: () => work.open('note'),
      },
      { keys: ['a'], label: words.keys.assign, run: () => work.open('assign') },
      { keys: ['x'], label: words.keys.cannot, run: () => work.open('cannot') },
      // While the notice can be taken back, Z is the notice's.
      ...(noticeUndoes ? [] : [{ keys: ['z'], label: words.keys.undo, run: () => void work.undo() }]),
    ],
    [work, noticeUndoes],
  );
  useShortcuts('list', shortcuts);
}

function PrimaryAction({ view }: { readonly view: FulfillmentView }): ReactNode {
  const { work } = useApp().fulfillments;
  const step = nextStep(view);
  if (step === null) {
    const end = view.status === 'cancelled' ? words.finished.cancelled : words.finished.fulfilled;
    return <p className={styles.finished}>{end}</p>;
  }
  return (
    <button
      type="button"
      className={`${buttons.primary} ${styles.primary}`}
      aria-keyshortcuts="f"
      onClick={() => void work.take(step)}
    >
      {words.next[step]}
      <span className={styles.key} aria-hidden>
        <Keys keys={['f']} />
      </span>
    </button>
  );
}

/** A part of what comes next, or what another part is ready for. */
const besides = (view: FulfillmentView): NextStep[] => {
  const next = nextStep(view);
  return [...(next === 'pack' ? (['pack'] as const) : []), ...stepsBesides(view)];
};

function Besides({ view }: { readonly view: FulfillmentView }): ReactNode {
  const { work } = useApp().fulfillments;
  const steps = besides(view);
  const canMove = view.readyAt !== null && canTake(view, 'ready');
  if (steps.length === 0 && !canMove) return null;
  return (
    <div className={styles.besides}>
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          className={buttons.button}
          onClick={() => (step === 'put_back' || step === 'start' ? void work.take(step) : work.open(step))}
        >
          {step === nextStep(view) ? words.actions.partly : words.besides[step]}
        </button>
      ))}
      {canMove ? (
        <button type="button" className={buttons.button} onClick={() => work.open('ready')}>
          <PackageOpen size={18} aria-hidden />
          {words.actions.moveShelf}
        </button>
      ) : null}
    </div>
  );
}

function AssignButton({ view }: { readonly view: FulfillmentView }): ReactNode {
  const { staff, fulfillments } = useApp();
  const { work, desk } = fulfillments;
  useStore(staff.store);
  const me = fulfillments.me();
  const isMine = view.assignedTo !== null && view.assignedTo === me;
  const assign = (): void => {
    if (isMine) void work.run(view.fulfillmentId, desk.steps.assign(null));
    else if (me === '') work.open('assign');
    else void work.run(view.fulfillmentId, desk.steps.assign(me));
  };
  return (
    <button type="button" className={buttons.button} aria-keyshortcuts="a" onClick={assign}>
      <UserRoundCheck size={18} aria-hidden />
      {isMine ? words.actions.unassign : words.actions.assignToMe}
    </button>
  );
}

function UndoLast({ view }: { readonly view: FulfillmentView }): ReactNode {
  const { work } = useApp().fulfillments;
  if (view.undoable === null) return null;
  return (
    <button
      type="button"
      className={buttons.button}
      aria-keyshortcuts="z"
      title={words.actions.undoNamed(view.undoable.what)}
      onClick={() => void work.undo()}
    >
      <Undo2 size={18} aria-hidden />
      {words.actions.undo}
    </button>
  );
}

interface FulfillmentWorkProps {
  readonly view: FulfillmentView;
  readonly now: number;
}

/** One primary action, whose verb is the next state; beside it what else can be done; below what is open for it. */
export function FulfillmentWork({ view, now }: FulfillmentWorkProps): ReactNode {
  const { work, views } = useApp().fulfillments;
  // It is the one before until the one that was asked for has come and is drawn.
  const waits = useStore(views.store, (shown) => shown.fulfillmentId !== view.fulfillmentId);
  const panel = useStore(work.store, (state) => panelFor(state.panel, view));
  useWorkKeys();
  const isOpen = view.status !== 'fulfilled' && view.status !== 'cancelled';
  return (
    <section className={styles.work} aria-label={words.actions.label} data-waits={waits}>
      {panel === null ? (
        <div className={styles.next}>
          <PrimaryAction view={view} />
        </div>
      ) : (
        <WorkPanel key={panel.kind} view={view} panel={panel} now={now} />
      )}
      {panel === null ? <Besides view={view} /> : null}
      <div className={styles.others}>
        <button type="button" className={buttons.button} aria-keyshortcuts="n" onClick={() => work.open('note')}>
          <MessageSquarePlus size={18} aria-hidden />
          {words.actions.note}
        </button>
        <AssignButton view={view} />
        {isOpen && view.stuckReason === null ? (
          <button type="button" className={buttons.button} aria-keyshortcuts="x" onClick={() => work.open('cannot')}>
            <OctagonX size={18} aria-hidden />
            {words.actions.cannot}
          </button>
        ) : null}
        <PrintActions view={view} now={now} />
        <UndoLast view={view} />
      </div>
    </section>
  );
}
