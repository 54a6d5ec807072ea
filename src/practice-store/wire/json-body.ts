import type { ApiContext } from './api.ts';
import { Refusal } from './refusal.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The request's JSON; a 400 where it is none. */
export const jsonBody = async (c: ApiContext): Promise<unknown> => {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, `The request body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The request's JSON object; a 400 where it is something else. */
export const objectBody = async (c: ApiContext): Promise<JsonObject> => {
  const body = await jsonBody(c);
  if (!isObject(body)) throw new Refusal(400, 'The request body must be an object.');
  return body;
};

/** The whole number of a field; a refusal that names the field where it is none. */
export const wholeNumberField = (body: JsonObject, name: string, status = 400): number => {
  const value = body[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new Refusal(status, `The field '${name}' is invalid: a whole number is required.`);
};

/** A text field, `otherwise` where it is not there. */
export const textField = (body: JsonObject, name: string, otherwise: string, longest: number): string => {
  const value = body[name] ?? otherwise;
  if (typeof value !== 'string' || value.length > longest) {
    throw new Refusal(400, `The field '${name}' is invalid: text of at most ${longest} characters is required.`);
  }
  return value;
};

/** The objects of a list; a refusal that names the field where it is none. */
export const objectsOf = (value: unknown, name: string, status = 400): readonly JsonObject[] => {
  if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return value;
  throw new Refusal(status, `The field '${name}' is invalid: a list of objects is required.`);
};
