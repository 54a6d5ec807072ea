/**
 * An order of BigCommerce's JSON as a sale, its lines and its payment: what every peer saves. Fields are copied as they
 * are; nothing is checked, converted or looked up.
 */
export const rowsOf = (order) => {
  const orderId = String(order.id);
  const { billing_address: buyer, consignments } = order;
  const places = [...consignments.shipping, ...consignments.pickups, ...consignments.downloads];
  return {
    sale: {
      id: orderId,
      status_id: order.status_id,
      status: order.status,
      customer_name: `${buyer.first_name} ${buyer.last_name}`,
      customer_email: buyer.email,
      customer_phone: buyer.phone,
      customer_message: order.customer_message ?? '',
      staff_notes: order.staff_notes ?? '',
      currency: order.currency_code,
      total: order.total_inc_tax,
      tax: order.total_tax,
      item_count: order.items_total,
      placed_at: order.date_created,
      modified_at: order.date_modified,
    },
    lines: places
      .flatMap((place) => place.line_items)
      .map((line) => ({
        id: String(line.id),
        sale_id: orderId,
        product_id: line.product_id,
        variant_id: line.variant_id ?? 0,
        sku: line.sku,
        name: line.name,
        quantity: line.quantity,
        total: line.total_inc_tax,
        tax: line.total_tax,
      })),
    payments: [{ id: `${orderId}-1`, sale_id: orderId, method: order.payment_method, amount: order.total_inc_tax }],
  };
};

/** The rows of a whole page by table. */
export const pageRows = (orders) => {
  const rows = orders.map(rowsOf);
  return {
    sales: rows.map(({ sale }) => sale),
    lines: rows.flatMap(({ lines }) => lines),
    payments: rows.flatMap(({ payments }) => payments),
  };
};

/** Columns with their kind, for peers that want a schema. */
export const tables = {
  sales: {
    status_id: 'number',
    status: 'text',
    customer_name: 'text',
    customer_email: 'text',
    customer_phone: 'text',
    customer_message: 'text',
    staff_notes: 'text',
    currency: 'text',
    total: 'text',
    tax: 'text',
    item_count: 'number',
    placed_at: 'text',
    modified_at: 'text',
  },
  lines: {
    sale_id: 'text',
    product_id: 'number',
    variant_id: 'number',
    sku: 'text',
    name: 'text',
    quantity: 'number',
    total: 'text',
    tax: 'text',
  },
  payments: { sale_id: 'text', method: 'text', amount: 'text' },
};
