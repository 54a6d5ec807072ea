import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StoreCheckView } from '../../../../contract/link.ts';
import { text } from '../../../text.ts';
import styles from './link.module.css';
import { OtherImporter } from './other-importer.tsx';

const words = text.link.store;
const icons = { granted: CircleCheck, missing: CircleX, untried: CircleHelp } as const;

/** Who a store is and what its token may do, by BigCommerce's own name for each permission. */
export function CheckedStore({ check }: { readonly check: StoreCheckView }): ReactNode {
  const { store, permissions, otherImporters } = check;
  const missing = permissions.filter(({ state }) => state === 'missing').map(({ scope }) => `“${scope}”`);
  return (
    <div className={styles.checked} role="status">
      <p className={styles.store}>
        {store === null ? words.nameless : words.isStore(store.name, store.currency, store.timeZone)}
      </p>
      <ul className={styles.permissions} aria-label={words.may}>
        {permissions.map(({ to, scope, state }) => {
          const Icon = icons[state];
          return (
            <li key={scope} data-state={state}>
              <Icon size={18} aria-hidden />
              <span>
                {words.deeds[to] ?? to} <span className={styles.scope}>{scope}</span>
              </span>
              <span className={styles.state}>{words.states[state]}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles.soft}>{words.untried}</p>
      {missing.length === 0 ? null : (
        <p className={styles.warning}>
          <TriangleAlert size={18} aria-hidden />
          {words.lacks(missing.join(', '))}
        </p>
      )}
      {otherImporters === null ? <p className={styles.soft}>{words.channelsUnknown}</p> : null}
      {otherImporters === null || otherImporters.length === 0 ? null : <OtherImporter others={otherImporters} />}
    </div>
  );
}
