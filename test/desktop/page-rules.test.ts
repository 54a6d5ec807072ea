import { describe, expect, test } from 'vitest';
import {
  chooseScanner,
  isOurPage,
  isReload,
  mayUse,
  nextPort,
  opensOutside,
} from '../../src/main/hosts/desktop/page-rules.ts';

const ours = 'app://tillbridge/';

describe('who may call the app (R84)', () => {
  test('is our own page, wherever it stands', () => {
    for (const url of [ours, `${ours}#/stock/1`, `${ours}fulfillments`]) {
      expect(isOurPage({ url, parent: null })).toBe(true);
    }
  });

  test.each([
    ['no frame at all', null],
    ['a frame inside it', { url: ours, parent: {} }],
    ['another host of the scheme', { url: 'app://tillbridge.evil.example/', parent: null }],
    ['a page that only begins like it', { url: 'app://tillbridge@evil.example/', parent: null }],
    ['a web page', { url: 'https://tillbridge/', parent: null }],
    ['a file', { url: 'file:///app://tillbridge/', parent: null }],
    ['nothing loaded', { url: '', parent: null }],
  ])('is never %s', (_, frame) => expect(isOurPage(frame)).toBe(false));
});

test('our page may read itself anew, wherever it stands, and go nowhere else (measures: navigation refused)', () => {
  expect(isReload(`${ours}#/settings/appearance`, `${ours}#/settings/appearance`)).toBe(true);
  expect(isReload(`${ours}#/stock`, ours)).toBe(true);
  for (const target of ['https://example.com/', 'app://other/', `${ours}elsewhere`, 'file:///etc/passwd', '']) {
    expect(isReload(`${ours}#/stock`, target), target).toBe(false);
  }
  expect(isReload('https://example.com/', 'https://example.com/')).toBe(false);
});

describe('what the page may use of the machine', () => {
  test('is a scanner that is no keyboard, and nothing else', () => {
    expect(['serial', 'hid'].every((permission) => mayUse(permission, ours))).toBe(true);
    const refused = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'usb',
      'fullscreen',
      'openExternal',
      '',
    ];
    expect(refused.filter((permission) => mayUse(permission, ours))).toEqual([]);
  });

  test('is nothing for any other page', () => {
    for (const url of ['https://example.com/', 'app://other/', '', 'not an address']) {
      expect(mayUse('serial', url), url).toBe(false);
    }
  });

  test('is the device that calls itself a scanner, and none where no device does', () => {
    const keyboard = { deviceId: 'k', collections: [{ usagePage: 1 }] };
    expect(chooseScanner([keyboard, { deviceId: 's', collections: [{ usagePage: 0x8c }] }])).toBe('s');
    expect(chooseScanner([keyboard, { deviceId: 'x' }])).toBe('');
  });
});

describe('the serial port of a scanner', () => {
  const ports = [{ portId: 'printer' }, { portId: 'scanner' }];

  test('is the next one each time it is asked for, round and round', () => {
    expect(nextPort(ports, '')).toBe('printer');
    expect(nextPort(ports, 'printer')).toBe('scanner');
    expect(nextPort(ports, 'scanner')).toBe('printer');
  });

  test('is the first where the last one is gone, and none where there is none', () => {
    expect(nextPort(ports, 'unplugged')).toBe('printer');
    expect(nextPort([], 'printer')).toBe('');
  });
});

describe('what opens in the system’s browser', () => {
  test('is help, and the merchant’s own store', () => {
    for (const url of [
      'https://x-series-support.lightspeedhq.com/hc/en-us/articles/1',
      'https://support.bigcommerce.com/s/',
      'https://store-abc123.mybigcommerce.com/manage/orders/1',
    ]) {
      expect(opensOutside(url), url).toBe(true);
    }
  });

  test.each([
    'http://support.bigcommerce.com/',
    'https://support.bigcommerce.com.evil.example/',
    'https://evil.example/?support.bigcommerce.com',
    'https://support.bigcommerce.com:8443/',
    'https://support.bigcommerce.com@evil.example/',
    'https://user@support.bigcommerce.com/',
    'https://a.b.mybigcommerce.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'tillbridge://order/1',
    '',
  ])('is nothing else: %s', (url) => expect(opensOutside(url)).toBe(false));
});
