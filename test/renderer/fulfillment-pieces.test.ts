import { describe, expect, test } from 'vitest';
import { openedPanel, piecesOf, typedFor } from '../../src/renderer/state/fulfillment-panel.ts';
import {
  canTake,
  everyPiece,
  itemScan,
  nextStep,
  stepsBesides,
  stillPossible,
} from '../../src/renderer/state/fulfillment-pieces.ts';
import { fulfillment, line } from './order-on-the-desk.ts';

const at = (picked: number, packed = 0, fulfilled = 0) => [line({ picked, packed, fulfilled })];

describe('the one primary action', () => {
  test('is the next state of a delivery: start, pick, packed, ship', () => {
    expect(nextStep(fulfillment({ status: 'new' }))).toBe('start');
    expect(nextStep(fulfillment({ lines: at(1) }))).toBe('pick');
    expect(nextStep(fulfillment({ lines: at(3, 1) }))).toBe('pack');
    expect(nextStep(fulfillment({ status: 'packed', lines: at(3, 3) }))).toBe('ship');
    expect(nextStep(fulfillment({ status: 'fulfilled', lines: at(3, 3, 3) }))).toBeNull();
  });

  test('a packed pickup is made ready first, then handed over, and can be moved to another shelf meanwhile (R93)', () => {
    const packed = fulfillment({ type: 'pickup', status: 'packed', lines: at(3, 3) });
    expect(nextStep(packed)).toBe('ready');
    expect(canTake(packed, 'ship')).toBe(false);
    const ready = { ...packed, readyAt: '2026-11-23T14:00:00Z' };
    expect(nextStep(ready)).toBe('hand_over');
    expect(canTake(ready, 'ready')).toBe(true);
  });

  test('what was picked of a cancelled order goes back, and nothing else can be done with it (R64)', () => {
    const cancelled = fulfillment({ status: 'cancelled', lines: [line({ picked: 2, putBack: 2 })] });
    expect(nextStep(cancelled)).toBe('put_back');
    expect(stepsBesides(cancelled)).toEqual([]);
    expect(nextStep({ ...cancelled, lines: [line()] })).toBeNull();
  });

  test('a part can go on while another part is not that far; a delivery may be collected after all', () => {
    const partly = fulfillment({ lines: [line({ picked: 2, packed: 1 }), line({ lineId: '2', ordered: 1 })] });
    expect(nextStep(partly)).toBe('pick');
    expect(stepsBesides(partly)).toEqual(['pack', 'ship', 'hand_over']);
  });
});

describe('pieces', () => {
  test('are all that can be done unless fewer are wanted, and never more than is left', () => {
    const view = fulfillment({ lines: [line({ picked: 2, packed: 1 }), line({ lineId: '2', ordered: 1, picked: 1 })] });
    expect(everyPiece('pack', view)).toEqual([
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ]);
    expect(
      stillPossible('pick', view, [
        { lineId: '1', quantity: 5 },
        { lineId: '2', quantity: 1 },
      ]),
    ).toEqual([{ lineId: '1', quantity: 1 }]);
  });

  test('of a line that was edited to fewer than were picked, none is packed beyond what is wanted (R72)', () => {
    const view = fulfillment({ lines: [line({ ordered: 1, picked: 3, putBack: 2 })] });
    expect(everyPiece('pack', view)).toEqual([{ lineId: '1', quantity: 1 }]);
    expect(everyPiece('pick', view)).toEqual([]);
  });

  test('a panel begins with everything, takes fewer, and says which line has no more (R92)', () => {
    const view = fulfillment({ lines: [line(), line({ lineId: '2', name: 'Assam Tea', ordered: 1 })] });
    const panel = openedPanel('pick', view, { carrier: '', me: '' });
    expect(typedFor(panel, '1', 3)).toBe('3');
    expect(piecesOf(panel, view)).toEqual([
      { lineId: '1', quantity: 3 },
      { lineId: '2', quantity: 1 },
    ]);
    expect(piecesOf({ ...panel, typed: { 1: '2', 2: '0' } }, view)).toEqual([{ lineId: '1', quantity: 2 }]);
    expect(piecesOf({ ...panel, typed: { 2: '2' } }, view)).toBe('Of Assam Tea there are 1 piece at most.');
    expect(piecesOf({ ...panel, typed: { 1: 'x' } }, view)).toMatch(/^Of Blue Mug/);
    expect(piecesOf({ ...panel, typed: { 1: '', 2: '0' } }, view)).toBe('Choose at least one piece.');
  });
});

describe('what a scanned item means (R92)', () => {
  test('one more of the first line that waits for it; a complete one and a foreign one are told apart', () => {
    const two = [line({ picked: 3 }), line({ lineId: '2', ordered: 1 })];
    expect(itemScan(fulfillment({ lines: two }), 'mug-blue')).toMatchObject({ kind: 'pick', line: { lineId: '2' } });
    expect(itemScan(fulfillment({ lines: at(3) }), '4006381333931')).toMatchObject({ kind: 'complete' });
    expect(itemScan(fulfillment(), 'TEA')).toEqual({ kind: 'other' });
  });

  test('a piece that is not wanted any more is put back, also of an order that goes on (R64, R72)', () => {
    const cancelled = fulfillment({ status: 'cancelled', lines: [line({ picked: 2, putBack: 2 })] });
    expect(itemScan(cancelled, 'MUG-BLUE')).toMatchObject({ kind: 'put_back' });
    const edited = fulfillment({ lines: [line({ ordered: 1, picked: 2, putBack: 1 })] });
    expect(itemScan(edited, 'MUG-BLUE')).toMatchObject({ kind: 'put_back' });
  });
});
