/** A request that BigCommerce refuses; it becomes a V2 or a V3 error body (bigcommerce.md §1). */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

export const notFound = (): Refusal => new Refusal(404, 'The requested resource was not found.');

/** V2 answers with a list, V3 with a problem object. */
export const refusalBody = (path: string, status: number, message: string): unknown =>
  path.includes('/v3/')
    ? {
        status,
        title: message,
        type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
        errors: {},
      }
    : [{ status, message }];

/** Does `action`, turning a domain's RangeError into the refusal that a caller over HTTP gets. */
export const orRefuse = <T>(status: number, action: () => T): T => {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(status, error.message);
    throw error;
  }
};
