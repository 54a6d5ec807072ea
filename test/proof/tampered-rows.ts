import type { DifferenceKind } from '../../src/contract/proof.ts';
import type { Drift } from './drift.ts';

const sql = (name: string, kind: DifferenceKind, ...statements: readonly string[]): Drift => ({
  name,
  kind,
  plant: ({ run }) => {
    for (const statement of statements) run(statement);
  },
});

const ofSale = (name: string, kind: DifferenceKind, set: string): Drift =>
  sql(name, kind, `UPDATE sales SET ${set} WHERE sale_key = :key`);

const ofLine = (name: string, set: string): Drift =>
  sql(name, 'lines', `UPDATE sale_lines SET ${set} WHERE sale_key = :key AND position = 0`);

const refunded = (drift: Drift): Drift => ({
  ...drift,
  before: ({ store, orderId, lineIds }) =>
    void store.refund(orderId, { items: [{ lineId: lineIds[0] ?? 0, quantity: 2 }] }),
});

const cancelled = (drift: Drift): Drift => ({ ...drift, before: ({ store, orderId }) => store.cancel(orderId) });

const shipped = (drift: Drift): Drift => ({ ...drift, before: ({ store, orderId }) => void store.ship(orderId) });

const copyOf = (columns: string, changed: string) => `INSERT INTO stock_movements (${columns}) SELECT ${changed}`;

const lostOf = (...tables: readonly string[]): string[] =>
  tables.map((table) => `DELETE FROM ${table} WHERE sale_key = :key`);

/** Our own rows, changed behind the app's back. */
export const tamperedRows: readonly Drift[] = [
  ofSale('the total is another', 'total', 'total = total + 10000'),
  ofSale('the tax is another', 'total', 'tax = tax + 1'),
  ofSale('the currency is another', 'total', "currency = 'EUR'"),
  ofSale('the BigCommerce status is another', 'bigcommerce_status', 'bigcommerce_status_id = 7'),
  ofSale('a sale is voided here only', 'sale_status', "sale_status = 'voided'"),
  ofSale('a sale is on hold here only', 'sale_status', 'on_hold = 1'),
  ofSale('an order that is there is marked as archived', 'order_gone_there', 'archived = 1'),
  ofSale('the number of pieces is another', 'lines', 'item_count = 99'),
  ofSale('the payment state is another', 'payments', "payment_state = 'unpaid'"),
  ofSale('the fulfillment status is another', 'fulfillment', "fulfillment_status = 'packed'"),
  ofSale('the buyer has another name', 'customer', "customer_name = 'Nobody'"),
  ofSale('the buyer has another address', 'customer', "customer_email = 'nobody@example.com'"),
  ofSale('the sale is nobody’s', 'customer', 'customer_key = NULL'),
  ofSale('the sale is another customer’s', 'customer', 'customer_key = (SELECT min(customer_key) FROM customers)'),
  sql(
    'the customer is gone',
    'customer',
    'DELETE FROM customers WHERE customer_key = (SELECT customer_key FROM sales WHERE sale_key = :key)',
  ),
  ofSale('it was sold on another day', 'details', "sold_day = '2020-01-01'"),
  ofSale('it was sold at another time', 'details', 'sold_at = sold_at - 3600000'),
  ofSale('the receipt has another number', 'details', "receipt_number = 'W1'"),
  ofSale('the sale has another identity', 'details', "sale_id = 'somebody'"),
  ofSale('the notes are others', 'details', "staff_notes = 'Ring twice'"),
  ofSale(
    'a later date keeps every reading out',
    'details',
    'order_modified_at = order_modified_at + 40000000, total = 1',
  ),
  ofSale('the sale is recorded under another number', 'details', 'order_id = order_id + 500000'),
  ofLine('a line has another quantity', 'quantity = quantity + 1'),
  ofLine('a line costs something else', 'total = total - 1'),
  ofLine('a line has another tax', 'tax = tax + 1'),
  ofLine('a line has another SKU', "sku = 'OTHER'"),
  ofLine('a line has another name', "name = 'Other'"),
  ofLine('a line came back here only', 'returned = 1'),
  ofLine('a line is part of a bundle here only', "parent_line_id = '1'"),
  ofLine('a line names another product', 'product_key = (SELECT min(product_key) FROM products)'),
  sql('a line is lost', 'lines', 'DELETE FROM sale_lines WHERE sale_key = :key AND position = 1'),
  sql(
    'a line is there twice',
    'lines',
    `INSERT INTO sale_lines SELECT sale_key, 90, line_id || '0', kind, product_key, sku, name, options, bin, quantity,
            returned, total, tax, parent_line_id, barcode FROM sale_lines WHERE sale_key = :key AND position = 0`,
  ),
  sql('a payment is another', 'payments', 'UPDATE payments SET amount = amount + 5 WHERE sale_key = :key'),
  sql('a payment is lost', 'payments', 'DELETE FROM payments WHERE sale_key = :key'),
  sql(
    'a payment is there twice',
    'payments',
    `INSERT INTO payments
     SELECT sale_key, tender, revision + 50, method, amount, outlet_key, register_key, paid_at, voided, opening_number
       FROM payments WHERE sale_key = :key`,
  ),
  sql('a payment left the totals', 'payments', 'UPDATE payments SET voided = 1 WHERE sale_key = :key'),
  cancelled(sql('a cancelled sale is paid still', 'payments', 'UPDATE payments SET voided = 0 WHERE sale_key = :key')),
  cancelled(ofSale('a cancelled sale has no fulfillment any more', 'fulfillment', 'fulfillment_status = NULL')),
  refunded(sql('a return is of another amount', 'returns', 'UPDATE returns SET amount = 1 WHERE sale_key = :key')),
  sql(
    'a return is of a refund that there is not',
    'returns',
    `INSERT INTO returns (sale_key, refund_id, return_id, amount, reason, returned_at)
     VALUES (:key, 987000, 'invented', 50000, '', 1)`,
  ),
  refunded(sql('a refund is of another amount', 'returns', 'UPDATE refunds SET amount = 1 WHERE order_id = :order')),
  refunded(
    sql(
      'a refund is lost with its return',
      'returns',
      'DELETE FROM refund_items WHERE refund_id IN (SELECT refund_id FROM refunds WHERE order_id = :order)',
      'DELETE FROM refunds WHERE order_id = :order',
      ...lostOf('returns'),
    ),
  ),
  refunded(
    sql(
      'a refund is there twice',
      'returns',
      `INSERT INTO refunds SELECT link_key, refund_id + 900000, order_id, amount, reason, refunded_at
         FROM refunds WHERE order_id = :order`,
    ),
  ),
  refunded(
    sql(
      'a refund gave more pieces back',
      'returns',
      `UPDATE refund_items SET quantity = 4
        WHERE refund_id IN (SELECT refund_id FROM refunds WHERE order_id = :order)`,
    ),
  ),
  sql(
    'more stock was taken than was sold',
    'stock_of_sale',
    'UPDATE stock_movements SET quantity = quantity - 3 WHERE sale_key = :key AND quantity = -5',
  ),
  sql('no stock was taken', 'stock_of_sale', ...lostOf('stock_movements')),
  sql(
    'stock was taken twice',
    'stock_of_sale',
    copyOf(
      `movement_id, outlet_key, register_key, product_key, sale_key, line_id, quantity, cause_kind, cause_id, moved_at`,
      `movement_id || 'x', outlet_key, register_key, product_key, sale_key, line_id, quantity, 'edit', 77, moved_at
         FROM stock_movements WHERE sale_key = :key`,
    ),
  ),
  sql(
    'the stock of another product was taken',
    'stock_of_sale',
    `UPDATE stock_movements SET product_key = (SELECT min(product_key) FROM products WHERE stocked = 1)
      WHERE sale_key = :key AND quantity = -5`,
  ),
  refunded(
    sql(
      'returned goods did not come back to the shelf',
      'stock_of_sale',
      "DELETE FROM stock_movements WHERE sale_key = :key AND cause_kind = 'return'",
    ),
  ),
  sql(
    'more is to be handed over than was ordered',
    'fulfillment',
    `UPDATE fulfillment_lines SET ordered = ordered + 1
      WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key = :key)`,
  ),
  shipped(
    sql(
      'what was shipped is not handed over here',
      'fulfillment',
      `UPDATE fulfillment_lines SET fulfilled = 0
        WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key = :key)`,
    ),
  ),
  sql(
    'the goods go to somebody else',
    'fulfillment',
    "UPDATE fulfillments SET recipient_name = 'Nobody' WHERE sale_key = :key",
  ),
  sql(
    'the fulfillment is lost',
    'fulfillment',
    `DELETE FROM fulfillment_lines
      WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key = :key)`,
    ...lostOf('fulfillments'),
  ),
  sql('the sale is lost, and its lines, payments and stock are left', 'order_missing_here', ...lostOf('sales')),
  sql(
    'the sale is lost with all its rows',
    'order_missing_here',
    `DELETE FROM fulfillment_lines
      WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key = :key)`,
    ...lostOf('fulfillments', 'sale_lines', 'payments', 'stock_movements', 'sale_events', 'sales'),
  ),
  sql(
    'the sale is there twice',
    'sale_doubled',
    `INSERT INTO sales (sale_key, sale_id, source, order_id, receipt_number, sale_status, payment_state, fulfillment_status,
            on_hold, archived, outlet_key, register_key, customer_name, customer_email, customer_phone, customer_message,
            staff_notes, currency, total, tax, item_count, sold_at, sold_day, imported_at, revision)
     SELECT 900001, 'copy', source, order_id, receipt_number, sale_status, payment_state, fulfillment_status, on_hold,
            archived, outlet_key, register_key, customer_name, customer_email, customer_phone, customer_message,
            staff_notes, currency, total, tax, item_count, sold_at, sold_day, imported_at, revision
       FROM sales WHERE sale_key = :key`,
    `INSERT INTO payments
     SELECT 900001, tender, revision, method, amount, outlet_key, register_key, paid_at, voided, opening_number
       FROM payments WHERE sale_key = :key`,
    copyOf(
      `movement_id, outlet_key, register_key, product_key, sale_key, line_id, quantity, cause_kind, cause_id, moved_at`,
      `movement_id || 'y', outlet_key, register_key, product_key, 900001, line_id, quantity, cause_kind, cause_id, moved_at
         FROM stock_movements WHERE sale_key = :key`,
    ),
  ),
];
