import type { Page } from 'playwright-core';
import { median } from '../measure.ts';
import { decimals, type Finding, thousands } from '../report.ts';

const ROW_PIXELS = 60;
/** 12,000 pixels, two hundred rows a second: a hard fling that does not slow down. */
export const PIXELS_A_FRAME = 200;
const MOST_DROPPED = 0.02;

interface Scrolled {
  readonly gaps: readonly number[];
  readonly waited: number;
  readonly bare: number;
  readonly mostRows: number;
  readonly reached: number;
}

/** The frames that the display would have shown and that did not come, while the list in sight is scrolled. */
export const scroll = async (page: Page, rows: number): Promise<Finding> => {
  const interval = median(await page.evaluate<number[]>('window.framesAtRest(60)'));
  const { gaps, waited, bare, mostRows, reached } = await page.evaluate<Scrolled>(
    `window.scrollThrough(${rows * ROW_PIXELS}, ${PIXELS_A_FRAME})`,
  );
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / interval) - 1), 0);
  const part = dropped / (gaps.length + dropped);
  const isWhole = reached >= rows * ROW_PIXELS;
  const ended = isWhole ? '' : `, ended after ${thousands(reached / ROW_PIXELS)}`;
  return {
    what: `dropped frames over ${thousands(rows)} rows${ended}`,
    ours: `${decimals(part * 100, 1)} %`,
    against: [
      `${thousands(gaps.length)} frames of ${decimals(interval, 1)} ms`,
      `the slowest ${decimals(Math.max(...gaps), 0)} ms`,
      `${waited} waited for rows`,
      `${bare} not covered by rows`,
      `${mostRows} rows drawn at most`,
    ].join('; '),
    ratio: null,
    goal: `≤ ${MOST_DROPPED * 100} %`,
    reached: isWhole && part <= MOST_DROPPED,
  };
};
