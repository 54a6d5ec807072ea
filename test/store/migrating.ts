import { openConnection } from '../../src/main/store/connection.ts';
import { migrate } from '../../src/main/store/migrate.ts';

/** Migrates a database and stops inside the n-th migration, for a test to kill it there. */
const [file = '', nth = '1'] = process.argv.slice(2);
const db = openConnection(file);
let begun = 0;
migrate({
  ...db,
  execute: (sql) => {
    db.execute(sql);
    if (sql.startsWith('PRAGMA user_version')) return;
    begun += 1;
    if (begun < Number(nth)) return;
    process.stdout.write(`in migration ${nth}\n`);
    // Nothing more is done until the kill comes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
