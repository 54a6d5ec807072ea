import { expect, test } from 'vitest';
import { runTool } from '../../scripts/check/run-tool.ts';
import { plant } from './plant.ts';

test('a tool that ends with 0 passes, and one that does not gives what it printed', async () => {
  const root = plant({});
  const run = (code: string) => runTool(root, 'a part', process.execPath, ['-e', code]);
  expect((await run('process.stdout.write("all well")')).problems).toEqual([]);
  expect((await run('process.stdout.write("one thing is wrong\\n"); process.exitCode = 1')).problems).toEqual([
    'one thing is wrong',
  ]);
  expect((await run('process.exitCode = 3')).problems).toEqual([`${process.execPath} ended with 3 and no word.`]);
});

test('a tool that is not installed is a problem, not a pass', async () => {
  const { problems } = await runTool(plant({}), 'a part', 'no-such-tool-here', []);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^no-such-tool-here did not start: /);
});
