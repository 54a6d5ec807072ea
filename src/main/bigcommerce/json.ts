import { StoreProblem } from './problem.ts';

/** Parses an answer. Throws `StoreProblem`, which tells a web page from an answer that broke off. */
export const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body, mayHoldHalfLetters(body) ? withWholeLetters : undefined);
  } catch {
    throw new StoreProblem(/^\s*</.test(body) ? 'web_page' : 'broken_off');
  }
};

const mayHoldHalfLetters = (body: string): boolean => body.includes('\\ud') || body.includes('\\uD');

/** Half a letter can be written as an escape, and is another one after it was stored: it would differ for ever. */
const withWholeLetters = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;
