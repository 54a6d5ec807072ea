import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What slides or flashes has its colours and its place only when it has come to rest. */
const settled = 'Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => null)';

/** What only the colours decide, which is all that another theme changes. */
const ofColours = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What passes is counted for nobody. */
const quick = { resultTypes: ['violations'] };

/** What axe finds against WCAG 2.2 AA and its own best practices on the page as it is, each with where and why. */
export const violations = async (page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> => {
  await page.evaluate(settled);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const options = JSON.stringify(rules === 'all' ? quick : { ...quick, ...ofColours });
  const found: readonly Violation[] = await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary ?? ''}`),
  );
};
