/** A key that support codes may be signed with: its public half. Ed25519, SPKI, base64. */
export interface SupportKey {
  readonly keyId: string;
  readonly publicKey: string;
  /** Its private half is known to everybody: it unlocks practice stores, and no other. */
  readonly forPracticeOnly: boolean;
}

/**
 * The keys of this version. A private half is never in the repository; how one is made, kept and replaced is written in
 * docs/decisions/0026-unlocking-the-import-of-history.md. Several at once let an old one run out.
 */
export const supportKeys: readonly SupportKey[] = [
  {
    keyId: '2026-11',
    publicKey: 'MCowBQYDK2VwAyEAXXqSJ4FXDcNG0FGI8v792I+P1d22Ry6iX14+fppZMho=',
    forPracticeOnly: false,
  },
  {
    keyId: 'development',
    publicKey: 'MCowBQYDK2VwAyEAIwBct6dAGLd51K5feQ5eL63xGkyvEAGbwipvjjCdSa8=',
    forPracticeOnly: true,
  },
];
