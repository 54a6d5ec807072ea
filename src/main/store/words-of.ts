const known = new Map<string, ReadonlySet<string>>();

/** The words of a statement, by which one can tell the tables that it has to do with. Statements are few and constant. */
export const wordsOf = (sql: string): ReadonlySet<string> => {
  const words = known.get(sql) ?? new Set(sql.match(/\w+/g));
  known.set(sql, words);
  return words;
};
