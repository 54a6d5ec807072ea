import { describe, expect, test } from 'vitest';
import { createLaunchCodes } from '../../src/main/hosts/browser/launch-codes.ts';

describe('the code in the address that opens a window', () => {
  test('opens one window, once', () => {
    const codes = createLaunchCodes(() => 0);
    const code = codes.issue();
    expect(Buffer.from(code, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(codes.redeem(`${code}x`)).toBe('unknown');
    expect(codes.redeem(code)).toBe('accepted');
    expect(codes.redeem(code)).toBe('unknown');
  });

  test('stops working after ten minutes, and when the next one is made', () => {
    let now = 0;
    const codes = createLaunchCodes(() => now);
    const old = codes.issue();
    now = 10 * 60_000;
    expect(codes.redeem(old)).toBe('expired');
    const replaced = codes.issue();
    codes.issue();
    expect(codes.redeem(replaced)).toBe('unknown');
  });
});
