import { safeStorage } from 'electron';
import type { SecretStore } from '../../app.ts';
import { sealedSecrets } from '../desktop/sealed-secrets.ts';

/** `basic_text` encrypts with a key that everyone knows, so it counts as no encryption. */
const isPlain = (): boolean => process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';

export const keychain = (dataFolder: string): SecretStore =>
  sealedSecrets(dataFolder, {
    isSafe: () => safeStorage.isEncryptionAvailable() && !isPlain(),
    seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
    unseal: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  });
