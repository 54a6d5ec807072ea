import { EventEmitter } from 'node:events';
import { prevented } from './app.ts';
import { onTask, record } from './record.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** Answers custom schemes; by scheme. */
export class Protocol {
  readonly schemes = new Map<string, Answer>();
  registerSchemesAsPrivileged = (schemes: unknown): void => record('protocol.privileged')(schemes);
  handle = (scheme: string, answer: Answer): void => void this.schemes.set(scheme, answer);
  unhandle = (scheme: string): void => void this.schemes.delete(scheme);
}

type RequestHandler = (contents: null, permission: string, answer: (yes: boolean) => void, details: object) => void;
type CheckHandler = (contents: null, permission: string, origin: string) => boolean;
type DeviceHandler = (details: { deviceType: string; origin: string; device: object }) => boolean;

/** Without handlers everything is allowed, as in Electron itself. */
class Session extends EventEmitter {
  readonly protocol = new Protocol();
  request: RequestHandler = (_contents, _permission, answer) => answer(true);
  check: CheckHandler = () => true;
  device: DeviceHandler = () => true;
  setPermissionRequestHandler = (handler: RequestHandler): void => {
    this.request = handler;
  };
  setPermissionCheckHandler = (handler: CheckHandler): void => {
    this.check = handler;
  };
  setDevicePermissionHandler = (handler: DeviceHandler): void => {
    this.device = handler;
  };
}

const partitions = new Map<string, Session>();
export const session = {
  defaultSession: new Session(),
  fromPartition: (name: string): Session => {
    const found = partitions.get(name) ?? new Session();
    partitions.set(name, found);
    return found;
  },
};
export const protocol = session.defaultSession.protocol;

onTask('mayUse', async (permission: string, url: string) => {
  const { request, check, device } = session.defaultSession;
  const requested = await new Promise((answer) => request(null, permission, answer, { requestingUrl: url }));
  const checked = check(null, permission, new URL(url).origin === 'null' ? url : new URL(url).origin);
  return { requested, checked, device: device({ deviceType: permission, origin: url, device: {} }) };
});
onTask('choose', (event: string, devices: unknown) => {
  let chosen: unknown = null;
  const choose = (id: unknown): void => {
    chosen = id;
  };
  const payload = event === 'select-hid-device' ? [{ deviceList: devices }, choose] : [devices, null, choose];
  return { prevented: prevented(session.defaultSession, event, ...payload), chosen };
});
