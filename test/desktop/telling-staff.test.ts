import { describe, expect, test } from 'vitest';
import type { StockAlarm } from '../../src/contract/event.ts';
import { noticeOf } from '../../src/main/hosts/desktop/notice-of.ts';
import { trayFace } from '../../src/main/hosts/desktop/tray-face.ts';
import { createOrderBell } from '../../src/main/order-bell.ts';

const alarm = (change: Partial<StockAlarm> = {}): StockAlarm => ({
  alarmId: 'a',
  productId: 'p/1',
  sku: 'MUG',
  name: 'Mug',
  onHand: 0,
  orderId: '1042',
  ...change,
});

describe('the tray', () => {
  test('says how many wait, and how the exchange stands', () => {
    expect(trayFace({ state: 'offline', outbox: { pending: 2, parked: 1 }, held: 1 })).toEqual({
      title: '3',
      tooltip: 'Tillbridge: Offline, waiting to be sent: 3, orders held: 1',
      lines: ['Offline', 'Waiting to be sent: 3', 'Orders held: 1'],
      waiting: 3,
    });
    expect(trayFace({ state: 'idle', outbox: { pending: 0, parked: 0 }, held: 0 })).toMatchObject({
      title: '',
      lines: ['Up to date', 'Everything has been sent'],
    });
  });
});

describe('the system’s notification', () => {
  test('tells of new orders, and opens the queue', () => {
    expect(noticeOf({ type: 'arrived', orders: 1 })).toMatchObject({ title: 'New order', screen: '/fulfillments' });
    expect(noticeOf({ type: 'arrived', orders: 12 })).toMatchObject({ title: '12 new orders', urgent: false });
  });

  test('tells of the last one, urgently, and opens that product (N6)', () => {
    expect(noticeOf({ type: 'alarm', products: [alarm(), alarm({ name: 'Jug' })] })).toEqual({
      title: 'Sold out',
      body: 'Mug: none left and 1 more. Order 1042.',
      screen: '/stock/p%2F1',
      urgent: true,
    });
    expect(noticeOf({ type: 'alarm', products: [alarm({ onHand: 2, orderId: null })] })).toMatchObject({
      title: 'Nearly sold out',
      body: 'Mug: 2 left.',
    });
  });

  test('keeps what only screens need to itself', () => {
    expect(noticeOf({ type: 'records', nouns: ['sales'] })).toBeNull();
    expect(noticeOf({ type: 'alarm', products: [] })).toBeNull();
  });
});

describe('the bell for new orders', () => {
  const bellWithClock = () => {
    const rung: number[] = [];
    let due: (() => void) | undefined;
    const bell = createOrderBell({
      ring: (orders) => rung.push(orders),
      after: (_ms, then) => {
        due = then;
        return () => {
          due = undefined;
        };
      },
    });
    return { bell, rung, pass: () => due?.() };
  };

  test('rings once for orders that come together', () => {
    const { bell, rung, pass } = bellWithClock();
    bell.add(1);
    bell.add(0);
    bell.add(2);
    pass();
    bell.add(1);
    pass();
    expect(rung).toEqual([3, 1]);
  });

  test('is quiet while a backlog comes in, and rings once when it is here', () => {
    const { bell, rung, pass } = bellWithClock();
    bell.reading(250);
    bell.add(250);
    bell.reading(500);
    bell.add(250);
    pass();
    expect(rung).toEqual([]);
    bell.add(100);
    bell.reading(null);
    pass();
    expect(rung).toEqual([600]);
  });

  test('is quiet where nothing came, and after the app has stopped', () => {
    const { bell, rung, pass } = bellWithClock();
    bell.reading(600);
    bell.reading(null);
    pass();
    bell.add(1);
    bell.stop();
    pass();
    expect(rung).toEqual([]);
  });
});
