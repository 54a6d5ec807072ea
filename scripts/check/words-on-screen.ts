import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import type { PartResult } from './part.ts';
import { filesBelow } from './source-files.ts';

const source = /^(?!text|component-gallery).*\.tsx?$/;
const letter = /\p{L}/u;
/** Begins like a sentence: a capital, and a second word. Addresses, selectors and names of keys do not. */
const sentence = /^\p{Lu}[\p{L}’]* \p{L}/u;
const spoken: ReadonlySet<string> = new Set(['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title']);

type Found = (at: number, words: string) => void;

/** Words that staff would read: between tags, in an attribute that is read out, or a whole sentence. */
const visit = (program: ReturnType<typeof parseSync>['program'], found: Found): void => {
  const complaints = new Set<number>();
  new Visitor({
    // What only a developer meets is thrown.
    NewExpression: ({ callee, arguments: parts }) => {
      if (callee.type === 'Identifier' && callee.name === 'Error') for (const { start } of parts) complaints.add(start);
    },
    JSXText: ({ start, value }) => {
      if (letter.test(value)) found(start, value.trim());
    },
    JSXAttribute: ({ name, value }) => {
      const isSpoken = name.type === 'JSXIdentifier' && spoken.has(name.name);
      if (isSpoken && value?.type === 'Literal' && letter.test(String(value.value)))
        found(value.start, `${value.value}`);
    },
    Literal: ({ start, value }) => {
      if (typeof value === 'string' && sentence.test(value) && !complaints.has(start)) found(start, value);
    },
    TemplateLiteral: ({ start, quasis }) => {
      const words = quasis.map(({ value }) => value.cooked).join('…');
      if (sentence.test(words) && !complaints.has(start)) found(start, words);
    },
  }).visit(program);
};

/** Every word that staff read stands in `text*.ts`, where each language has it: nowhere else in the renderer. */
export function checkWordsOnScreen(renderer: string): PartResult {
  const files = filesBelow(renderer).filter((file) => source.test(file));
  const problems = files.flatMap((file) => {
    const code = readFileSync(join(renderer, file), 'utf8');
    const { program, errors } = parseSync(file, code);
    if (errors.length > 0) return [`${file} cannot be read: ${errors[0]?.message}`];
    const lines = new Set<string>();
    visit(program, (at, words) =>
      lines.add(`${file}:${code.slice(0, at).split('\n').length} says “${words}” itself; it belongs into text*.ts.`),
    );
    return [...lines];
  });
  return { name: 'words on screen', seen: `${files.length} files`, problems };
}
