/** A program that saves the same orders with a well-known store. */
export interface Peer {
  readonly name: string;
  /** Below `bench`. */
  readonly file: string;
  /** What it promises when it says that a page is saved; see README.md. */
  readonly survives: 'power loss' | 'crash of the program';
}

export const peers: readonly Peer[] = [
  { name: 'drizzle', file: 'peers/drizzle.mjs', survives: 'power loss' },
  { name: 'TypeORM', file: 'peers/typeorm.mjs', survives: 'power loss' },
  { name: 'PowerSync', file: 'peers/powersync.mjs', survives: 'power loss' },
  { name: 'WatermelonDB', file: 'peers/watermelondb.mjs', survives: 'power loss' },
  { name: 'PGlite', file: 'peers/pglite.mjs', survives: 'crash of the program' },
  { name: 'PouchDB', file: 'peers/pouchdb.mjs', survives: 'crash of the program' },
  { name: 'RxDB', file: 'peers/rxdb.mjs', survives: 'power loss' },
];
