/** A reference to another resource. Its host does not exist, so that a client that follows links is found out. */
export const linkTo = (storeHash: string, resource: string): { url: string; resource: string } => ({
  url: `https://practice.invalid/stores/${storeHash}/v2${resource}`,
  resource,
});
