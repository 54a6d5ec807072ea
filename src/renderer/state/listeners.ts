export interface Listeners<T> {
  /** Adds a listener; the function returned removes it. */
  readonly add: (listener: (value: T) => void) => () => void;
  readonly tell: (value: T) => void;
}

/** A plain list of listeners. */
export const createListeners = <T>(): Listeners<T> => {
  const all = new Set<(value: T) => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (value) => {
      for (const listener of [...all]) listener(value);
    },
  };
};
