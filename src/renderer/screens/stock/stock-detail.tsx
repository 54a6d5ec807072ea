import { type ReactNode, useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../contract/event.ts';
import { lastOneLook } from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { RecordHead } from '../../components/record-head.tsx';
import { productName } from '../../format/product-name.ts';
import { pageSize } from '../../state/paged-list.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import { BigcommerceSide } from './bigcommerce-side.tsx';
import { FloorSection } from './floor-section.tsx';
import { FreeToSell } from './free-to-sell.tsx';
import { pushLook } from './stock-looks.ts';
import { StockMovements } from './stock-movements.tsx';
import { WorkPanels } from './work/work-panels.tsx';

const nouns: readonly RecordNoun[] = ['stock', 'products', 'sales', 'link'];
const words = text.stock;

interface StockDetailProps {
  readonly productId: string;
  readonly outletId: string | null;
  readonly now: number;
  readonly onMove: (by: number) => void;
  readonly onBack: () => void;
}

/** One product: its figure, what BigCommerce has, work on it, and why the figure is what it is (N2). */
export function StockDetail({ productId, outletId, now, onMove, onBack }: StockDetailProps): ReactNode {
  const { stock, live } = useApp();
  const { figures: figuresStore, movements } = stock.explanation;
  const { fault, rows, nextCursor } = useStore(movements.store);
  const figures = useStore(figuresStore, (state) => state.figures);

  useEffect(() => void movements.show({ productId, outletId }), [movements, productId, outletId]);
  const refresh = useCallback(
    () => void movements.refresh(Math.max(pageSize, movements.store.getState().rows.length)),
    [movements],
  );
  useEffect(() => live.on(nouns, refresh), [live, refresh]);

  const isThis = figures?.productId === productId;
  return (
    <RecordBody view={isThis || fault === null ? figures : null} fault={fault} onAgain={refresh}>
      {(view) => (
        <>
          <RecordHead title={productName(view)} subtitle={view.sku === '' ? words.noSku : view.sku} onBack={onBack}>
            <Pill look={pushLook(view.pushState)} />
            {view.alarm ? <Pill look={lastOneLook} /> : null}
          </RecordHead>
          <FreeToSell view={view} />
          <WorkPanels productId={productId} outletId={outletId} view={view} onMove={onMove} />
          <BigcommerceSide view={view} now={now} />
          <FloorSection key={`${view.productId} ${view.floor}`} view={view} />
          <StockMovements
            view={view}
            movements={rows}
            hasMore={nextCursor !== null}
            onNearEnd={movements.more}
            now={now}
          />
        </>
      )}
    </RecordBody>
  );
}
