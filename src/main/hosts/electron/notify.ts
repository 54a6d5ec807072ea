import { Notification } from 'electron';
import type { DesktopSettings } from '../../../contract/desktop.ts';
import type { AppEvent } from '../../../contract/event.ts';
import { noticeOf } from '../desktop/notice-of.ts';
import type { TillWindow } from './till-window.ts';

/** Has the system show what the window cannot, because something else is in front. The page makes the sound. */
export const notify = (event: AppEvent, { window, show }: TillWindow, { notifyOrders }: DesktopSettings): void => {
  const notice = noticeOf(event);
  if (notice === null || window.isFocused() || !(notice.urgent || notifyOrders)) return;
  const shown = new Notification({ title: notice.title, body: notice.body, silent: true });
  shown.on('click', () => show(notice.screen));
  shown.show();
};
