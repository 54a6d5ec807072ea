import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/contract/procedure.ts';
import { createQuestion } from '../../src/renderer/state/question.ts';

/** Answers in the order that the test wants. */
const slowApp = () => {
  const waiting: { readonly input: string; readonly answer: (reply: Reply<string>) => void }[] = [];
  const load = (input: string): Promise<Reply<string>> =>
    new Promise((answer) => {
      waiting.push({ input, answer });
    });
  return { waiting, question: createQuestion(load) };
};

describe('a question to the app', () => {
  test('an answer that was overtaken by a later question is dropped', async () => {
    const { waiting, question } = slowApp();
    const both = Promise.all([question.ask('sale 1'), question.ask('sale 2')]);
    waiting[1]?.answer({ ok: true, data: 'two' });
    waiting[0]?.answer({ ok: true, data: 'one' });
    await both;
    expect(question.store.getState()).toEqual({ input: 'sale 2', data: 'two', fault: null });
  });

  test('changes while an answer is on its way are asked for once, after it', async () => {
    const { waiting, question } = slowApp();
    const asked = question.ask('sale 1');
    await question.again();
    await question.again();
    expect(waiting).toHaveLength(1);
    waiting[0]?.answer({ ok: true, data: 'old' });
    await Promise.resolve();
    await Promise.resolve();
    expect(waiting).toHaveLength(2);
    waiting[1]?.answer({ ok: true, data: 'new' });
    await asked;
    expect(question.store.getState().data).toBe('new');
  });

  test('a refusal keeps the last good answer beside its reason', async () => {
    const { waiting, question } = slowApp();
    const first = question.ask('sale 1');
    waiting[0]?.answer({ ok: true, data: 'one' });
    await first;
    const second = question.again();
    waiting[1]?.answer({ ok: false, fault: { code: 'internal', message: 'Something went wrong here.' } });
    await second;
    expect(question.store.getState()).toMatchObject({ data: 'one', fault: { code: 'internal' } });
  });

  test('nothing is asked again before anything was asked', async () => {
    const { waiting, question } = slowApp();
    await question.again();
    expect(waiting).toEqual([]);
  });
});
