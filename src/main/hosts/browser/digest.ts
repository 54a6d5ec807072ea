import { createHash } from 'node:crypto';

/** SHA-256. Digests are compared, never the secrets: the time it takes then tells nothing about a secret. */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
