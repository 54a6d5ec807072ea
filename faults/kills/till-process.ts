import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Contract, ProcedureName } from '../../src/contract/contract.ts';
import type { InputOf, OutputOf, Reply } from '../../src/contract/procedure.ts';

const root = join(import.meta.dirname, '../..');

/** The till was killed before it answered: whether what was asked took effect is not known. */
export class NoAnswer extends Error {}

/** A till that runs as a process of its own and is asked through its command line. */
export interface TillProcess {
  readonly reply: (name: string, input: unknown) => Promise<Reply>;
  /** The data of a call that has to succeed. Throws `NoAnswer` when the till dies first. */
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => Promise<OutputOf<Contract[N]>>;
  /** How many replies have come. */
  readonly answers: () => number;
  /** As when the power goes: nothing in it is told, nothing is finished. */
  readonly kill: () => void;
  readonly gone: Promise<void>;
  /** Lets it end by itself. Answers its exit code; null when it was killed. */
  readonly end: () => Promise<number | null>;
}

/** As `npm start` runs it. */
export const tillProgram = join(root, 'out/main/tillbridge.js');

/** `under`: a program, with its arguments, that runs the till and passes its input and output on. */
export const startTill = (dataFolder: string, { under = [] }: { under?: readonly string[] } = {}): TillProcess => {
  const [program = '', ...args] = [...under, process.execPath, tillProgram, '--data', dataFolder, 'call', '-'];
  const child = spawn(program, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = [];
  let answers = 0;
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // A killed till breaks the pipe under what is being written; that it is gone is told below.
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    answers += 1;
    waiting.shift()?.resolve(JSON.parse(line) as Reply);
  });
  const exit = once(child, 'close').then(([code]) => {
    for (const each of waiting.splice(0)) each.reject(new NoAnswer(errors));
    return typeof code === 'number' ? code : null;
  });
  let isGone = false;
  const gone = exit.then(() => {
    isGone = true;
  });
  const reply: TillProcess['reply'] = (name, input) =>
    new Promise((resolve, reject) => {
      if (isGone) return reject(new NoAnswer(errors));
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify({ call: name, input })}\n`);
    });
  return {
    reply,
    call: async <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.fault.message}`);
      return answer.data as OutputOf<Contract[N]>;
    },
    answers: () => answers,
    kill: () => void child.kill('SIGKILL'),
    gone,
    end: () => {
      child.stdin.end();
      return exit;
    },
  };
};
