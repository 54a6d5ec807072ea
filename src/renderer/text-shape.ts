/** The shape of words: the same keys, and functions of the same facts. Another language is another object of it. */
export type Words<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Key in keyof T]: Words<T[Key]> };
