import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreCheckView } from '../../../../contract/link.ts';
import { ManagerForm } from '../../../components/manager-form.tsx';
import type { LinkWishes } from '../../../state/link-state.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './link.module.css';
import { hasIntegration } from './plan-choice.tsx';

const words = text.link.next;

/** Scopes without which nothing arrives. */
const needed: ReadonlySet<string> = new Set(['Orders: read-only', 'Information & settings: read-only']);

const hindranceOf = ({ plan, place, besidesBecause }: LinkWishes, check: StoreCheckView, isAgain: boolean) => {
  if (check.permissions.some(({ scope, state }) => state === 'missing' && needed.has(scope))) {
    return text.link.store.needed;
  }
  if ((check.otherImporters ?? []).length > 0 && besidesBecause.trim().length < 3) return words.sayWhy;
  if (plan === '') return words.choosePlan;
  if (!hasIntegration(plan)) return text.link.plan.refused;
  const isPlaced = place.outletId !== '' || (place.outletName.trim() !== '' && place.timeZone !== '');
  const hasRegister = place.registerId !== '' || place.registerName.trim() !== '';
  return isAgain || (isPlaced && hasRegister) ? null : text.link.place.incomplete;
};

interface NextStepProps {
  readonly check: StoreCheckView;
  readonly isAgain: boolean;
  /** What is to be chosen before. */
  readonly children: ReactNode;
}

/** What happens from then on (R9, R74), and the press that makes it happen, by Enter in any field of it as well. */
export function NextStep({ check, isAgain, children }: NextStepProps): ReactNode {
  const { link } = useApp();
  const wishes = useStore(link.store);
  const sentences = [words.record, ...(isAgain ? [] : [words.ordersOut(check.orders)]), words.first, words.stock];
  return (
    <ManagerForm
      command={link.linking}
      className={styles.typing}
      label={isAgain ? words.commitAgain : words.commit}
      busy={words.busy}
      hindrance={hindranceOf(wishes, check, isAgain)}
      onSubmit={() => void link.link(isAgain)}
    >
      {children}
      <section className={look.part} aria-label={words.title}>
        <h3 className={look.heading}>{words.title}</h3>
        <ul className={styles.sentences}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </ManagerForm>
  );
}
