import { expect, test } from 'vitest';
import { checkFileLengths } from '../../scripts/check/file-lengths.ts';
import { plant } from './plant.ts';

const lines = (count: number) => '// a line\n'.repeat(count);

test('a file of 400 lines passes and one of 401 does not, in sources, tests, scripts and styles alike', () => {
  const root = plant({
    'src/long-enough.ts': lines(400),
    'src/renderer/styles/too-long.css': lines(401),
    'src/renderer/too-long.tsx': lines(500),
    'test/too-long.test.ts': lines(401),
    'scripts/data.json': lines(900),
  });
  expect(checkFileLengths(root)).toEqual({
    name: 'file lengths',
    seen: '4 files',
    problems: [
      'src/renderer/styles/too-long.css has 401 lines; 400 is the most.',
      'src/renderer/too-long.tsx has 500 lines; 400 is the most.',
      'test/too-long.test.ts has 401 lines; 400 is the most.',
    ],
  });
});
