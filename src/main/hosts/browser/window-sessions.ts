import { randomBytes } from 'node:crypto';
import { newSession, type Session } from '../../app.ts';
import { digest } from './digest.ts';

export interface WindowSessions {
  /** Opens a session and answers the bearer secret (256 random bits) that leads to it. */
  readonly open: () => string;
  /** The session of an `Authorization` header, or null. */
  readonly find: (authorization: string | undefined) => Session | null;
}

/** One session per window, found by its bearer secret; kept in memory only, so a restart signs every window out. */
export const createWindowSessions = (): WindowSessions => {
  const sessions = new Map<string, Session>();
  const keyOf = (secret: string): string => digest(secret).toString('hex');
  return {
    open: () => {
      const secret = randomBytes(32).toString('base64url');
      sessions.set(keyOf(secret), newSession());
      return secret;
    },
    find: (authorization) => {
      const secret = authorization?.match(/^Bearer (\S+)$/)?.[1];
      return secret === undefined ? null : (sessions.get(keyOf(secret)) ?? null);
    },
  };
};
