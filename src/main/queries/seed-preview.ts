import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { OpeningFigures } from '../domain/opening-figures.ts';
import type { SeedLine } from '../domain/seed-plan.ts';
import { instantView } from './views.ts';

interface Preview {
  readonly read: OpeningFigures;
  readonly lines: readonly SeedLine[];
  readonly refused: string | null;
  readonly without: number;
}

export const seedPreviewView = ({
  read,
  lines,
  refused,
  without,
}: Preview): OutputOf<Contract['stock.previewSeed']> => ({
  refused,
  readAt: instantView(read.readAt),
  lines: lines.map(({ product, sku, name, onHandBefore, figure, onHandAfter }) => ({
    productId: product?.productId ?? null,
    createsProduct: product === null,
    sku,
    name,
    onHandBefore,
    bigcommerceFigure: figure,
    onHandAfter,
  })),
  without,
});
