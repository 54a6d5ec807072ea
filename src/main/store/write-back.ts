import { isWritableStatus, usualWriteBack, type WritableStatus, type WriteBack } from '../domain/write-back.ts';
import type { Reader, Writer } from './connection.ts';
import { readSetting, writeSetting } from './settings.ts';

const NAME = 'write_back';

/** What each local step writes to BigCommerce (R95). Whatever of the setting is not understood is as it usually is. */
export const writeBack = (db: Reader): WriteBack => {
  const kept = readSetting(db, NAME);
  if (typeof kept !== 'object' || kept === null) return usualWriteBack;
  return {
    packedDelivery: statusIn(kept, 'packedDelivery'),
    packedPickup: statusIn(kept, 'packedPickup'),
    shipment: Reflect.get(kept, 'shipment') !== false,
    handedOver: statusIn(kept, 'handedOver'),
  };
};

const statusIn = (kept: object, step: Exclude<keyof WriteBack, 'shipment'>): WritableStatus | null => {
  const value: unknown = Reflect.get(kept, step);
  if (value === null) return null;
  return typeof value === 'number' && isWritableStatus(value) ? value : usualWriteBack[step];
};

export const setWriteBack = (db: Writer, settings: WriteBack): void => writeSetting(db, NAME, settings);
