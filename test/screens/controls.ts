import type { Page } from 'playwright-core';

/** What can be pressed or typed into. Parts of a list or of a strip are no controls of their own to the keyboard. */
const controls = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=listbox]')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))`;

/** What it is called, for whoever reads why a test failed. */
const called = '(each) => each.getAttribute("aria-label") || each.textContent || each.id';

/**
 * What a finger cannot hit: controls that are smaller than 44 px either way, and primary actions lower than 60 px
 * (ui.md). A box is pressed by its label, and what a control reaches
 * beyond its drawn edge counts.
 */
export const tooSmall = (page: Page): Promise<unknown> =>
  page.evaluate(`${controls}
    .map((each) => {
      const isBox = ['checkbox', 'radio'].includes(each.type);
      const drawn = ((isBox && each.labels[0]) || each).getBoundingClientRect();
      const beyond = getComputedStyle(each, '::after');
      const isLarger = beyond.content !== 'none' && beyond.position === 'absolute';
      const reach = (side) => Math.max(drawn[side], isLarger ? parseFloat(beyond[side]) : 0);
      return { each, width: reach('width'), height: reach('height'), least: /primary/.test(each.className) ? 60 : 44 };
    })
    .filter(({ width }) => width > 1)
    .filter(({ width, height, least }) => Math.round(width) < 44 || Math.round(height) < least)
    .map(({ each, width, height }) => (${called})(each) + ': ' + Math.round(width) + ' × ' + Math.round(height))`);

/** Controls that look with the focus as they look without it, and so does all that could show it for them. */
export const withoutRing = async (page: Page): Promise<unknown> => {
  // The ring is for who uses keys, and shows only after one.
  await page.keyboard.press('Shift');
  return page.evaluate(`(() => {
    const before = document.activeElement;
    const shows = (each) => {
      const row = document.getElementById(each.getAttribute('aria-activedescendant') ?? '');
      return [each, each.closest('label'), row]
        .filter((part) => part !== null)
        .map((part) => { const { outline, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
          return (outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? '' : outline) + boxShadow; })
        .join();
    };
    const found = ${controls}.filter((each) => each.tabIndex >= 0).filter((each) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const without = shows(each);
      each.focus({ preventScroll: true });
      return document.activeElement === each && shows(each) === without;
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return found.map(${called});
  })()`);
};
