import { CommanderError } from 'commander';
import { tell } from './output.ts';
import { buildProgram } from './program.ts';

const usageError = 2;

const run = async (): Promise<number> => {
  let exitCode = 0;
  try {
    await buildProgram((code) => {
      exitCode = code;
    }).parseAsync();
  } catch (error) {
    // Commander has said what was wrong; asking for help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageError;
    tell(error instanceof Error ? error.message : String(error));
    return 1;
  }
  return exitCode;
};

// Whoever reads our output may have read enough (`… | head -1`): that ends us, and is no failure.
process.stdout.on('error', () => process.exit());
process.exitCode = await run();
