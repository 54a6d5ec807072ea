/** The frame of the last print: it stays until the next one, for not every browser has finished when `print` returns. */
let frame: HTMLIFrameElement | null = null;

const hiddenFrame = (): HTMLIFrameElement => {
  const made = document.createElement('iframe');
  made.tabIndex = -1;
  made.setAttribute('aria-hidden', 'true');
  // A frame that is not displayed prints as an empty page.
  Object.assign(made.style, { position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' });
  return made;
};

/** The style of a page of ours. Whatever else it holds is escaped, so there is no other. */
const style = /<style>([^<]*)<\/style>/;

/**
 * Puts a page into a frame as it would be seen on its own. The window's policy allows no style within a page, and a frame
 * without an address has the same policy: so the style is handed over as a sheet, which is no part of the page.
 */
const fill = (view: Window & typeof globalThis, html: string): void => {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style.exec(html)?.[1] ?? '');
  const page = new DOMParser().parseFromString(html.replace(style, ''), 'text/html');
  view.document.documentElement.replaceWith(view.document.adoptNode(page.documentElement));
  view.document.adoptedStyleSheets = [sheet];
};

/** Opens the print dialog of this window with a page that nobody sees. Comes back when the dialog was closed. */
export const printPage = (html: string): void => {
  frame?.remove();
  frame = hiddenFrame();
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (view === null) return;
  fill(view, html);
  view.focus();
  view.print();
};
