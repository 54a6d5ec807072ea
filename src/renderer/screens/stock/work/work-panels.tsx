import {
  ArrowRightLeft,
  ClipboardCheck,
  HeartCrack,
  type LucideIcon,
  PackagePlus,
  SlidersHorizontal,
} from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import type { StockFigures } from '../../../state/explanation.ts';
import type { Shortcut } from '../../../state/key-match.ts';
import { useApp } from '../../../state/use-app.ts';
import { useShortcuts } from '../../../state/use-shortcuts.ts';
import type { WorkKind } from '../../../state/work-quantity.ts';
import { text } from '../../../text.ts';
import { WorkPanel } from './work-panel.tsx';
import styles from './work-panels.module.css';

const words = text.stock.work;

const kinds: readonly { readonly kind: WorkKind; readonly key: string; readonly icon: LucideIcon }[] = [
  { kind: 'count', key: 'c', icon: ClipboardCheck },
  { kind: 'receive', key: 'r', icon: PackagePlus },
  { kind: 'adjust', key: 'a', icon: SlidersHorizontal },
  { kind: 'damage', key: 'd', icon: HeartCrack },
  { kind: 'transfer', key: 't', icon: ArrowRightLeft },
];

interface WorkPanelsProps {
  /** What is worked on. It may be ahead of `view`, which is the product before until its own figures have come. */
  readonly productId: string;
  /** The bound outlet where null. */
  readonly outletId: string | null;
  readonly view: StockFigures;
  /** Goes on to the product below or above. */
  readonly onMove: (by: number) => void;
}

/** What can be done to the stock of a product, and the panel of what is being done. */
export function WorkPanels({ productId, outletId, view, onMove }: WorkPanelsProps): ReactNode {
  const { shop, stock } = useApp();
  const { work } = stock;
  const open = useStore(work.store, ({ kind }) => kind);
  const hasOtherOutlet = useStore(shop.outlets.store, ({ data }) => (data?.rows.length ?? 0) > 1);
  const offered = useMemo(() => kinds.filter(({ kind }) => kind !== 'transfer' || hasOtherOutlet), [hasOtherOutlet]);

  const shortcuts = useMemo<readonly Shortcut[]>(
    () =>
      offered.map(({ kind, key }) => ({
        keys: [key],
        label: words.kinds[kind],
        ...(kind === 'count' || kind === 'receive' ? { hint: { keys: [key], label: words.kinds[kind] } } : {}),
        run: () => work.open(kind),
      })),
    [offered, work],
  );
  useShortcuts('list', shortcuts);

  return (
    <section className={styles.work} aria-label={words.label}>
      <div className={styles.kinds}>
        {offered.map(({ kind, key, icon: Icon }) => (
          <button
            key={kind}
            type="button"
            className={kind === 'count' ? buttons.primary : buttons.button}
            aria-expanded={open === kind}
            aria-keyshortcuts={key}
            onClick={() => (open === kind ? work.close() : work.open(kind))}
          >
            <Icon size={18} aria-hidden />
            {words.kinds[kind]}
          </button>
        ))}
      </div>
      {open === null ? null : (
        <WorkPanel
          key={open}
          kind={open}
          productId={productId}
          outletId={outletId}
          view={view}
          onMove={onMove}
          onClose={work.close}
        />
      )}
    </section>
  );
}
