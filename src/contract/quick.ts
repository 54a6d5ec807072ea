import { z } from 'zod';

const compiled = new WeakMap<z.ZodType, z.ZodType>();

/** The same schema with the same answers, several times as quick; made when it is first needed, as that takes milliseconds. */
export const quick = (schema: z.ZodType): z.ZodType => {
  let made = compiled.get(schema);
  if (!made) {
    made = z.compile(schema);
    compiled.set(schema, made);
  }
  return made;
};
