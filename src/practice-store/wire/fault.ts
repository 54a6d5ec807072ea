/** Which requests a fault meets, how often, and what waits before it. */
interface FaultScope {
  /** By default every request. `path` is tested against the path below the store, such as `/v2/orders/1001`. */
  readonly match?: { readonly method?: string; readonly path?: RegExp };
  /** 1 by default; `Infinity` until cleared. */
  readonly times?: number;
  /** Waits that long before anything happens. */
  readonly delayMs?: number;
}

/** Something that goes wrong between the store and its client (bigcommerce.md §14). */
export type Fault = FaultScope &
  (
    | { readonly kind: 'delay' }
    /** An answer instead of the right one; the request has no effect. */
    | {
        readonly kind: 'answer';
        readonly status: number;
        readonly body?: unknown;
        readonly headers?: Readonly<Record<string, string>>;
      }
    /** 200 with a web page, as from a proxy or a captive portal. No effect. */
    | { readonly kind: 'html' }
    /** 204 with no body. No effect. */
    | { readonly kind: 'empty' }
    /** 429; without headers it means that the platform is overloaded. No effect. */
    | { readonly kind: 'throttled'; readonly headers: boolean; readonly resetMs?: number }
    /** The right answer, but its JSON ends half-way. */
    | { readonly kind: 'truncated' }
    /** The right answer, but every field of that name has another value. */
    | { readonly kind: 'changed_field'; readonly field: string; readonly value: unknown }
    /** The connection breaks: before the request has any effect, half-way through the answer, or with no answer after the effect. */
    | { readonly kind: 'reset'; readonly when: 'before' | 'mid-body' | 'after-effect' }
    /** The request has its effect, the answer is a server error; 502 by default. */
    | { readonly kind: 'lost_answer'; readonly status?: number }
    /** Nothing listens for a while; the request has no effect. */
    | { readonly kind: 'refuse'; readonly forMs: number }
    /** The right answer, dripping. */
    | { readonly kind: 'slow_body'; readonly bytesPerSecond: number }
    /** An answer that goes on until the client hangs up. No effect. */
    | { readonly kind: 'endless_body' }
  );

export type FaultKind = Fault['kind'];
export type FaultOf<K extends FaultKind> = Extract<Fault, { readonly kind: K }>;

/** The faults still to come, in order; each request meets the first that matches it. */
export interface FaultQueue {
  readonly add: (faults: readonly Fault[]) => void;
  readonly clear: () => void;
  readonly take: (method: string, path: string) => Fault | null;
}

export const newFaultQueue = (): FaultQueue => {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (faults) => {
      waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
    },
    clear: () => {
      waiting = [];
    },
    take: (method, path) => {
      const entry = waiting.find(({ fault }) => meets(fault, method, path));
      if (entry === undefined) return null;
      entry.left -= 1;
      if (entry.left <= 0) waiting = waiting.filter((each) => each !== entry);
      return entry.fault;
    },
  };
};

const meets = ({ match }: Fault, method: string, path: string): boolean =>
  (match?.method === undefined || match.method === method) && (match?.path === undefined || match.path.test(path));
