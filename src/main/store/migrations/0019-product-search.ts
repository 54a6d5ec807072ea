/**
 * The words that products are found by: of SKU and name. Kept by the database itself, as those of customers, for a product is
 * rarely written.
 */
export const productSearch = `
CREATE VIRTUAL TABLE product_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO product_search (rowid, words) SELECT product_key, sku || ' ' || name FROM products ORDER BY 1;
CREATE TRIGGER products_are_found AFTER INSERT ON products
  BEGIN INSERT INTO product_search (rowid, words) VALUES (NEW.product_key, NEW.sku || ' ' || NEW.name); END;
CREATE TRIGGER products_are_found_anew AFTER UPDATE OF sku, name ON products
  BEGIN INSERT OR REPLACE INTO product_search (rowid, words) VALUES (NEW.product_key, NEW.sku || ' ' || NEW.name); END;
CREATE TRIGGER products_are_forgotten AFTER DELETE ON products
  BEGIN DELETE FROM product_search WHERE rowid = OLD.product_key; END;
`;
