import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/contract/contract.ts';
import { rootFolder, startProgram, startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const reply = z.looseObject({ ok: z.boolean(), fault: z.object({ code: z.string() }).optional() });

const run = async (args: readonly string[], { folder = temporaryFolder(), input = [] as readonly string[] } = {}) => {
  const program = startTillbridge(folder, args);
  for (const line of input) program.write(line);
  const code = await program.ended();
  return { code, lines: program.lines, replies: () => program.lines.map((line) => reply.parse(JSON.parse(line))) };
};

describe('the command line, as scripts use it', () => {
  test('lists every procedure with its kind, description and JSON Schemas', async () => {
    const { code, lines } = await run(['procedures', '--json']);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    const schema = z.looseObject({ $schema: z.string() });
    const sheet = z.object({
      name: z.string(),
      kind: z.string(),
      description: z.string(),
      input: schema,
      output: schema,
    });
    const sheets = z.array(sheet).parse(JSON.parse(lines[0] ?? ''));
    expect(sheets.map(({ name }) => name)).toEqual(Object.keys(contract));
    for (const { name, description, input, output } of sheets) {
      expect(description, name).not.toBe('');
      expect(Object.keys(input).length, name).toBeGreaterThan(1);
      expect(Object.keys(output).length, name).toBeGreaterThan(1);
    }
  });

  test('answers one call with one line, 0 when it went well and 1 when it was refused', async () => {
    const folder = temporaryFolder();
    const about = await run(['call', 'app.about'], { folder });
    expect(about.code).toBe(0);
    expect(about.replies()).toEqual([
      { ok: true, data: { version: expect.any(String), host: 'cli', practice: false, canSwitch: false } },
    ]);
    for (const [args, code] of [
      [['no.such'], 'unknown_procedure'],
      [['sales.list', '{"limit":0}'], 'invalid_input'],
      [['sales.list', '{'], 'invalid_input'],
    ] as const) {
      const refused = await run(['call', ...args], { folder });
      expect(refused.code).toBe(1);
      expect(refused.replies()).toMatchObject([{ ok: false, fault: { code } }]);
    }
  });

  test('answers many calls in order and in one session, also past a line that is broken', async () => {
    const input = [
      '{"call":"staff.setManagerPin","input":{"pin":"2468"}}',
      '{broken',
      '',
      '"app.about"',
      '{"call":"staff.setManagerPin","input":{"pin":"1357"}}',
      '{"call":"app.about"}',
    ];
    const folder = temporaryFolder();
    const { code, replies } = await run(['call', '-'], { folder, input });
    expect(code).toBe(0);
    expect(replies().map(({ ok, fault }) => fault?.code ?? ok)).toEqual([
      true,
      'invalid_input',
      'invalid_input',
      true,
      true,
    ]);
    const another = await run(['call', 'staff.setManagerPin', '{"pin":"2468"}'], { folder });
    expect(another.replies()).toMatchObject([{ ok: false, fault: { code: 'pin_already_set' } }]);
  });

  test('signs in first where it is told to, and calls nothing when that is refused', async () => {
    const folder = temporaryFolder();
    await run(['call', 'staff.setManagerPin', '{"pin":"2468"}'], { folder });
    const right = await run(['call', 'app.about', '--as', 'Manager', '--pin', '2468'], { folder });
    expect(right.code).toBe(0);
    const wrong = await run(['--as', 'Manager', '--pin', '1357', 'call', 'app.about'], { folder });
    expect(wrong.code).toBe(1);
    expect(wrong.replies()).toMatchObject([{ ok: false, fault: { code: 'wrong_pin' } }]);
  });

  test('says that another Tillbridge uses the data folder, and stops', async () => {
    const folder = temporaryFolder();
    const first = startTillbridge(folder, ['call', '-']);
    first.write('{"call":"app.about"}');
    await first.line((line) => line.includes('"ok":true'));
    const second = await run(['call', 'app.about'], { folder });
    expect(second.code).toBe(1);
    expect(second.replies()).toMatchObject([{ ok: false, fault: { code: 'data_folder_busy' } }]);
    expect(await first.ended()).toBe(0);
    expect((await run(['call', 'app.about'], { folder })).code).toBe(0);
  });

  test('ends gracefully when it is asked to, and lets the folder go', async () => {
    const folder = temporaryFolder();
    const program = startTillbridge(folder, ['call', '-']);
    program.write('{"call":"app.about"}');
    await program.line((line) => line.includes('"ok":true'));
    expect(await program.stop()).toBe(0);
    expect((await run(['call', 'app.about'], { folder })).code).toBe(0);
  });

  test.each([
    [['call']],
    [['doktor']],
    [['--no-such-flag']],
    [['--host', 'fridge']],
    [['--port', 'x']],
    [['--port', '70000']],
    [['--scenario', 'busy']],
    [['sync', '--orders', '3']],
    [['call', 'app.about', '--as', 'Manager']],
  ])('calls %j a usage error: 2, and nothing on standard output', async (args) => {
    const { code, lines } = await run(args);
    expect(code).toBe(2);
    expect(lines).toEqual([]);
  });

  test('tells a Node that is too old for the database what to do, before the database can crash it', async () => {
    const pretend =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,napi:"9"}})';
    const guard = startProgram(['--import', pretend, `${rootFolder}/src/main/hosts/cli/tillbridge.mjs`, 'procedures']);
    let said = '';
    guard.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    expect(await guard.ended()).toBe(1);
    expect(said).toContain('needs Node 22.18 or newer');
  });
});
