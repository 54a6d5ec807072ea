/**
 * The words that customers are found by: of the name, and of the e-mail address what stands before the @, as for sales. Kept
 * by the database itself, for a customer is rarely written: with a first order, and when personal data goes. There are fewer
 * customers than sales by far, so that the index is quick without one of prefixes.
 */
const words = (customer: string): string =>
  `${customer}.name || ' ' || substr(${customer}.email, 1, instr(${customer}.email || '@', '@') - 1)`;

export const customerSearch = `
CREATE VIRTUAL TABLE customer_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO customer_search (rowid, words) SELECT customer_key, ${words('c')} FROM customers c ORDER BY 1;
CREATE TRIGGER customers_are_found AFTER INSERT ON customers
  BEGIN INSERT INTO customer_search (rowid, words) VALUES (NEW.customer_key, ${words('NEW')}); END;
CREATE TRIGGER customers_are_found_anew AFTER UPDATE OF name, email ON customers
  BEGIN INSERT OR REPLACE INTO customer_search (rowid, words) VALUES (NEW.customer_key, ${words('NEW')}); END;
CREATE TRIGGER customers_are_forgotten AFTER DELETE ON customers
  BEGIN DELETE FROM customer_search WHERE rowid = OLD.customer_key; END;
`;
