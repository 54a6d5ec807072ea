import { addressDto, consignmentsDto, lineDto, orderDto } from '../../src/main/bigcommerce/order-dto.ts';
import { missing } from './hostile-values.ts';

export type Path = readonly (string | number)[];

/** Where in an order's JSON the fields are that the app reads. */
const names = new Set([orderDto, lineDto, addressDto, consignmentsDto].flatMap((dto) => Object.keys(dto.shape)));
for (const name of ['display_name', 'display_value', 'location', 'pickup_method_display_name', 'gift_certificates'])
  names.add(name);
for (const name of ['display_name_customer', 'display_name_merchant', 'cost_ex_tax', 'cost_inc_tax', 'cost_tax'])
  names.add(name);

const isRead = (key: string | number): boolean => typeof key === 'number' || names.has(key);

/** Every place in a JSON value that can hold something else, the containers included. */
export const placesIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.map((each, index) => [index, each] as const)
    : Object.entries(value).filter(([key]) => isRead(key));
  return [...(path.length > 0 ? [path] : []), ...inside.flatMap(([key, each]) => placesIn(each, [...path, key]))];
};

/** The place's name as a person would call it: places of different lines are the same field. */
export const fieldOf = (path: Path): string => path.filter((key) => typeof key === 'string').join('.');

/** A copy with another value at that place, as it arrives after its way through JSON. */
export const changed = <T>(whole: T, path: Path, value: unknown): T =>
  JSON.parse(JSON.stringify(replaced(whole, path, value))) as T;

const replaced = (whole: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  if (typeof whole !== 'object' || whole === null) throw new Error(`There is no place ${key}.`);
  const copy: object = Array.isArray(whole) ? [...whole] : { ...whole };
  if (rest.length === 0 && value === missing) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, replaced(Reflect.get(whole, key), rest, value));
  return copy;
};
