import { describe, expect, test } from 'vitest';
import { createLeaving, judgeClose, type LeavingBy, leavingQuestion } from '../../src/main/hosts/desktop/leaving.ts';
import { createLog } from '../../src/main/hosts/logs/log.ts';

const outbox = (pending: number, parked = 0) => ({ outbox: { pending, parked } });

const shop = ({ pending = 0, answer = 0, update = null as string | null, status = true } = {}) => {
  const done: string[] = [];
  const lines: string[] = [];
  let finish: () => void = () => undefined;
  const leaving = createLeaving({
    status: async () => {
      if (!status) throw new Error('The database is gone.');
      return outbox(pending);
    },
    askPerson: async ({ message }) => {
      done.push(`asked: ${message}`);
      return answer;
    },
    stop: () => {
      done.push('stopping');
      return new Promise((resolve) => {
        finish = () => {
          done.push('stopped');
          resolve();
        };
      });
    },
    readyUpdate: async () => update,
    exit: (to, again) => done.push(`exit ${to} ${again}`),
    log: createLog({ write: (line) => lines.push(line), clock: () => 0, host: 'electron', onFailure: () => undefined }),
  });
  const leave = async (by: LeavingBy): Promise<void> => {
    const left = leaving.leave(by);
    await new Promise(setImmediate);
    finish();
    await left;
  };
  return { leaving, leave, done, lines };
};

describe('leaving the app', () => {
  test('says what is unsent, in numbers, and that it is kept', () => {
    expect(leavingQuestion(outbox(0))).toBeNull();
    expect(leavingQuestion(outbox(1))?.message).toBe('1 change has not been sent to BigCommerce yet.');
    expect(leavingQuestion(outbox(3, 2))).toMatchObject({
      message: '3 changes have not been sent to BigCommerce yet, and 2 changes wait for somebody to decide.',
      detail: expect.stringContaining('Nothing is lost'),
      buttons: ['Stay open', 'Quit'],
    });
  });

  test('by hand it asks where something is unsent; "Stay open" stays', async () => {
    const { leave, done, leaving } = shop({ pending: 2, answer: 0 });
    await leave('person');
    expect(done).toEqual(['asked: 2 changes have not been sent to BigCommerce yet.']);
    expect(leaving.begun()).toBe(false);
  });

  test('lets the running transaction finish before it goes', async () => {
    const { leave, done } = shop({ pending: 1, answer: 1 });
    await leave('person');
    expect(done.slice(1)).toEqual(['stopping', 'stopped', 'exit null false']);
  });

  test('a shutdown is asked nothing and installs nothing, and the log says what was unsent', async () => {
    const { leave, done, lines } = shop({ pending: 4, update: '2.0.0' });
    await leave('system');
    expect(done).toEqual(['stopping', 'stopped', 'exit null false']);
    expect(lines.join()).toContain('4 changes have not been sent');
  });

  test('a waiting update goes in on the way out, and starts again only where that was asked for', async () => {
    const closed = shop({ update: '2.0.0' });
    await closed.leave('person');
    expect(closed.done.at(-1)).toBe('exit 2.0.0 false');
    const asked = shop({ update: '2.0.0', pending: 1 });
    await asked.leave('update');
    expect(asked.done).toEqual(['stopping', 'stopped', 'exit 2.0.0 true']);
  });

  test('twice is once', async () => {
    const { leave, leaving, done } = shop();
    await Promise.all([leave('person'), leaving.leave('system'), leaving.leave('person')]);
    expect(done.filter((what) => what.startsWith('exit'))).toHaveLength(1);
  });

  test('what cannot be counted keeps nobody from leaving', async () => {
    const { leave, done } = shop({ status: false });
    await leave('person');
    expect(done.at(-1)).toBe('exit null false');
  });

  test('closing the window: into the tray where it keeps running, nowhere in full screen', () => {
    expect(judgeClose({ kiosk: false, keepRunning: true })).toBe('hide');
    expect(judgeClose({ kiosk: false, keepRunning: false })).toBe('leave');
    expect(judgeClose({ kiosk: true, keepRunning: true })).toBe('stay');
  });
});
