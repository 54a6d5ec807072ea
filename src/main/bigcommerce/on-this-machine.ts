const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether an API address is on this machine: a store for practice or tests, and nobody's shop. */
export const isOnThisMachine = (apiBase: string | undefined): boolean =>
  apiBase !== undefined && loopback.has(new URL(apiBase).hostname);
