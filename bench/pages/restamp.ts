/** How a copy differs from the orders it was made from. */
export interface Stamp {
  /** Added to every id; more than any id there is. */
  readonly ids: number;
  /** Added to every instant. */
  readonly ms: number;
  /** Put into e-mail addresses, so that the copy has customers of its own; empty leaves them. */
  readonly customers: string;
}

/**
 * In a page's JSON: the numbers by which an order and its parts know themselves and each other, instants, and e-mail
 * addresses. Inside of a string each quotation mark has a backslash before it, so no text of a customer's looks like one.
 */
const stamped =
  /"(id|order_id|order_address_id|order_pickup_method_id|order_product_id|parent_order_product_id)":([1-9]\d*)|"(date_created|date_modified|date_shipped)":"([^"]+)"|"email":"([^"@]*)@/g;

/** The same orders again, as if placed by other people at another time. Products stay the same. Text in, text out. */
export const restamp = (json: string, { ids, ms, customers }: Stamp): string =>
  json.replace(stamped, (found, id, number, instant, at, name) => {
    if (id !== undefined) return `"${id}":${Number(number) + ids}`;
    if (instant !== undefined) return `"${instant}":"${rfc2822(Date.parse(at) + ms)}"`;
    return customers === '' ? found : `"email":"${name}.${customers}@`;
  });

const rfc2822 = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');
