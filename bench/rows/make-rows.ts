import { type DumpInput, dumpRows } from './dump-rows.ts';

const input: DumpInput = JSON.parse(process.argv[2] ?? '{}');
dumpRows(input);
