import { join } from 'node:path';
import { safeStorage } from 'electron';
import { Refusal } from '../../../contract/fault.ts';
import type { SecretStore } from '../../app.ts';
import { secretFile } from '../secret-file.ts';

const needsKeychain = (): void => {
  // `basic_text` encrypts with a key that everyone knows, so it counts as no encryption.
  const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (safeStorage.isEncryptionAvailable() && !plain) return;
  throw new Refusal('internal', {
    message:
      "This machine's keychain is not available, so the BigCommerce token cannot be kept safely. Set up a keychain " +
      '(on Linux GNOME Keyring or KWallet), then try again.',
  });
};

const sealedFile = (path: string): SecretStore =>
  secretFile(
    path,
    (secret) => {
      needsKeychain();
      return safeStorage.encryptString(secret).toString('base64');
    },
    (sealed) => {
      needsKeychain();
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    },
  );

/**
 * Secrets encrypted by the operating system's keychain, in the data folder; refuses in words where there is none.
 * A store that was linked from the command line keeps its token in the plain file, where every host can read it.
 */
export const keychain = (dataFolder: string): SecretStore => {
  const sealed = sealedFile(join(dataFolder, 'keychain.json'));
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
