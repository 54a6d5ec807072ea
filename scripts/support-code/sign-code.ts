import { Buffer } from 'node:buffer';
import { createPrivateKey, sign } from 'node:crypto';

/** What a support code says. The app reads it in src/main/history/support-code.ts, and shares no code with this. */
export interface CodeFacts {
  readonly storeHash: string;
  /** Exclusive, UTC. */
  readonly until: Date;
  readonly codeId: string;
}

/** A support code that unlocks the import of history of one store. `privateKey` is PKCS #8, PEM. */
export const signCode = (privateKey: string, { storeHash, until, codeId }: CodeFacts): string => {
  const facts = { use: 'history.import', store: storeHash, until: until.toISOString(), id: codeId };
  const signed = `TBH1.${Buffer.from(JSON.stringify(facts)).toString('base64url')}`;
  const signature = sign(null, Buffer.from(signed), createPrivateKey(privateKey)).toString('base64url');
  return `${signed}.${signature}`;
};
