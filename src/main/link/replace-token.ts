import { Refusal } from '../../contract/fault.ts';
import { recordAudit } from '../store/audit.ts';
import { currentLink } from '../store/links.ts';
import type { ConnectDeps } from './connect-link.ts';
import { refuseOtherStore } from './store-of-token.ts';

/** Another token for the linked store, whatever its plan; it is tried first. Throws `Refusal`; then nothing has changed. */
export const replaceToken = async (deps: ConnectDeps, token: string): Promise<void> => {
  const link = currentLink(deps.db);
  if (!link) throw new Refusal('not_linked');
  const { info } = await deps.probe({ apiBase: link.apiBase, token });
  refuseOtherStore(link, info);
  deps.keepToken(link.linkId, token);
  recordAudit({ ...deps, now: deps.clock() }, { what: 'link.replaceToken', subject: link.storeName });
};
