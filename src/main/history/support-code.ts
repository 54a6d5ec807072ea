import { Buffer } from 'node:buffer';
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { SupportKey } from './support-keys.ts';

/**
 * A support code: `TBH1.<facts>.<signature>`, both base64url. The facts are JSON, the signature is Ed25519 over all that
 * stands before it. It is good for one store, until a day, and for nothing but the import of history (R77).
 */
const form = /^(?<signed>TBH1\.(?<facts>[A-Za-z0-9_-]+))\.(?<signature>[A-Za-z0-9_-]+)$/;

const factsDto = z.object({
  use: z.literal('history.import'),
  store: z.string(),
  /** Exclusive, UTC. */
  until: z.iso.datetime(),
  id: z.string().min(1).max(60),
});

export interface SupportCode {
  readonly codeId: string;
  readonly storeHash: string;
  /** UTC ms. */
  readonly expiresAt: number;
}

export type RefusedCode = 'not_a_code' | 'not_genuine' | 'other_store' | 'expired' | 'practice_only';

export interface CodeCheck {
  readonly keys: readonly SupportKey[];
  readonly storeHash: string;
  /** Whether the linked store is one for practice, on this machine. */
  readonly isPractice: boolean;
  /** UTC ms. */
  readonly now: number;
}

/** Reads a code as it was typed or pasted; the mail that brought it may have broken its lines. Asks nobody. */
export const checkSupportCode = (typed: string, check: CodeCheck): SupportCode | RefusedCode => {
  const parts = form.exec(typed.replace(/\s+/g, ''))?.groups;
  if (!parts) return 'not_a_code';
  const { signed = '', facts = '', signature = '' } = parts;
  const key = check.keys.find((each) => isSignedBy(each, signed, signature));
  if (!key) return 'not_genuine';
  const read = factsDto.safeParse(parsed(facts));
  if (!read.success) return 'not_a_code';
  const { id, store, until } = read.data;
  if (key.forPracticeOnly && !check.isPractice) return 'practice_only';
  if (store !== check.storeHash) return 'other_store';
  const expiresAt = Date.parse(until);
  return expiresAt <= check.now ? 'expired' : { codeId: id, storeHash: store, expiresAt };
};

const isSignedBy = ({ publicKey }: SupportKey, signed: string, signature: string): boolean =>
  verify(
    null,
    Buffer.from(signed),
    createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
    Buffer.from(signature, 'base64url'),
  );

const parsed = (facts: string): unknown => {
  try {
    return JSON.parse(Buffer.from(facts, 'base64url').toString());
  } catch {
    return undefined;
  }
};
