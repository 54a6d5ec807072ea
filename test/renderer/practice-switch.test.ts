import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { AppClient } from '../../src/renderer/state/bridge.ts';
import { createLinkState } from '../../src/renderer/state/link-state.ts';
import { createNotices } from '../../src/renderer/state/notices.ts';

/** A window on Fulfillments whose app answers a switch so. */
const openWindow = (answer: ReturnType<AppClient>) => {
  const location = { hash: '#/fulfillments' };
  vi.stubGlobal('window', { location });
  onTestFinished(() => void vi.unstubAllGlobals());
  const call = (() => answer) as AppClient;
  return { location, link: createLinkState(call, createNotices()) };
};

describe('the switch between practice and the shop’s own till', () => {
  test('leads to the wizard also where the app was opened anew before its answer was heard (R1)', () => {
    const { location, link } = openWindow(new Promise(() => undefined));
    void link.switchTo(false);
    expect(location.hash).toBe('#/fulfillments');
    link.land();
    expect(location.hash).toBe('/settings/link');
  });

  test('leads nowhere where it was refused, or nobody asked for it', async () => {
    const fault = { code: 'no_window', message: 'Not here.' } as const;
    const { location, link } = openWindow(Promise.resolve({ ok: false, fault }));
    link.land();
    await link.switchTo(false);
    link.land();
    expect(location.hash).toBe('#/fulfillments');
  });
});
