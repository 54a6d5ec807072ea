import type { Page } from 'playwright-core';

/** What slides in is beyond the edge until it has arrived. */
const settled = 'Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => null)';

/** Controls that reach over the left or the right edge of the window, and the page's own width if it is too wide. */
export const beyondTheEdges = async (page: Page): Promise<unknown> => {
  await page.evaluate(settled);
  return page.evaluate(`[
    ...document.documentElement.scrollWidth > innerWidth ? ['the page'] : [],
    ...[...document.querySelectorAll('a, button, input, select, [role=option], h1, h2')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => { const { left, right } = each.getBoundingClientRect(); return left < 0 || right > innerWidth; })
      .map((each) => each.textContent || each.getAttribute('aria-label')),
  ]`);
};
