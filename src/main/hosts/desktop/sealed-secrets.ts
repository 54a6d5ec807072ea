import { join } from 'node:path';
import { Refusal } from '../../../contract/fault.ts';
import type { SecretStore } from '../../app.ts';
import { secretFile } from '../secret-file.ts';

/** The operating system's keychain, as far as it is needed here. */
export interface Sealer {
  /** False also where it only seems to encrypt. */
  readonly isSafe: () => boolean;
  readonly seal: (secret: string) => string;
  readonly unseal: (sealed: string) => string;
}

/** Throws `Refusal` with what to do where the machine has no keychain. */
const guarded = ({ isSafe, seal, unseal }: Sealer): Sealer => {
  const needKeychain = (): void => {
    if (isSafe()) return;
    throw new Refusal('internal', {
      message:
        "This machine's keychain is not available, so the BigCommerce token cannot be kept safely. Set up a keychain " +
        '(on Linux GNOME Keyring or KWallet), then try again.',
    });
  };
  return {
    isSafe,
    seal: (secret) => {
      needKeychain();
      return seal(secret);
    },
    unseal: (sealed) => {
      needKeychain();
      return unseal(sealed);
    },
  };
};

/**
 * Secrets encrypted by the operating system's keychain, in the data folder; refuses in words where there is none.
 * A store that was linked from the command line keeps its token in the plain file, where every host can read it.
 */
export const sealedSecrets = (dataFolder: string, sealer: Sealer): SecretStore => {
  const { seal, unseal } = guarded(sealer);
  const sealed = secretFile(join(dataFolder, 'keychain.json'), seal, unseal);
  const plain = secretFile(join(dataFolder, 'secrets.json'));
  return {
    read: (key) => sealed.read(key) ?? plain.read(key),
    write: (key, secret) => {
      sealed.write(key, secret);
      plain.remove(key);
    },
    remove: (key) => {
      sealed.remove(key);
      plain.remove(key);
    },
  };
};
