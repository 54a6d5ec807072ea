import { expect, test } from 'vitest';
import { checkWordsOnScreen } from '../../scripts/check/words-on-screen.ts';
import { plant } from './plant.ts';

test('words that a screen says itself are found: between tags, read out, said; keys, addresses and errors are none', () => {
  const renderer = plant({
    'text.ts': `export const text = { hello: 'Hello to you' };`,
    'text-german/german.ts': `export const german = { hello: 'Guten Tag allerseits' };`,
    'screens/talks.tsx': [
      'export const Talks = () => (',
      '  <p>',
      '    Nothing here.',
      '    <button aria-label="Close">×</button>',
      '    <input placeholder="Order number" />',
      '  </p>',
      ');',
    ].join('\n'),
    'state/says.ts': [
      "say('Nothing was changed.');",
      'say(`Counted all $' + '{name}: ${count}`);',
      "throw new Error('The page has no place.');",
      "matchMedia('(min-width: 1100px)');",
      "keys(['ArrowDown', 'g f']);",
    ].join('\n'),
    'screens/quiet.tsx': 'export const Quiet = ({ a }) => <p className="a b">{a} · <b>/</b> →</p>;',
  });
  expect(checkWordsOnScreen(renderer)).toEqual({
    name: 'words on screen',
    seen: '3 files',
    problems: [
      'screens/talks.tsx:2 says “Nothing here.” itself; it belongs into text*.ts.',
      'screens/talks.tsx:4 says “Close” itself; it belongs into text*.ts.',
      'screens/talks.tsx:5 says “Order number” itself; it belongs into text*.ts.',
      'state/says.ts:1 says “Nothing was changed.” itself; it belongs into text*.ts.',
      'state/says.ts:2 says “Counted all …: …” itself; it belongs into text*.ts.',
    ],
  });
});
