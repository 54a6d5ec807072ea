import { Buffer } from 'node:buffer';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const COST = 2 ** 15;
const KEY_BYTES = 32;

/** Slow on purpose: a PIN has few digits. About 64 MB and a tenth of a second. */
const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, { N: COST, r: 8, p: 1, maxmem: 256 * COST * 8 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$salt$key`, both in hex. */
export const hashPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('hex')}$${(await derive(pin, salt)).toString('hex')}`;
};

export const pinMatches = async (pin: string, hash: string): Promise<boolean> => {
  const [, salt = '', key = ''] = hash.split('$');
  const expected = Buffer.from(key, 'hex');
  const found = await derive(pin, Buffer.from(salt, 'hex'));
  return expected.length === found.length && timingSafeEqual(expected, found);
};
