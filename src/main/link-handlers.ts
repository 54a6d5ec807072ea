import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { bindLink } from './commands/bind-link.ts';
import { setPlan } from './commands/set-plan.ts';
import { asRefusal, type Desk, workDesk } from './desk.ts';
import { planIsSupported } from './domain/plan.ts';
import { checkStore, locationView } from './link/check-store.ts';
import { type ConnectDeps, connectLink } from './link/connect-link.ts';
import { previewRelink } from './link/relink-preview.ts';
import { replaceToken } from './link/replace-token.ts';
import { unlink } from './link/unlink.ts';
import { bindingView, getLink } from './queries/link.ts';

type LinkName = Extract<keyof Contract, `link.${string}`>;

/** The link, from its first check to its end: wiring only. */
export const linkHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, LinkName> => {
  const { reader, writer, identity, clock, sync, options } = desk;
  const survey = {
    db: writer,
    survey: (asked: Parameters<typeof sync.ask<'survey'>>[1]) => asRefusal(sync.ask('survey', asked)),
  };
  const connecting = ({ staff }: Session): ConnectDeps => ({
    db: writer,
    identity,
    clock,
    by: staff?.name ?? null,
    probe: (access) => asRefusal(sync.ask('probe', access)),
    keepToken: (linkId, token) => options.secrets.write(linkId, token),
  });
  return {
    'link.check': (input) => checkStore(survey, input),
    'link.relinkPreview': (input) => previewRelink(survey, input),
    'link.connect': async (input, session) => {
      const linked = await connectLink(connecting(session), input);
      desk.linkChanged();
      return linked;
    },
    'link.replaceToken': async ({ token }, session) => {
      await replaceToken(connecting(session), token);
      desk.linkChanged();
      return {};
    },
    'link.unlink': ({ typedName }, session) => {
      const { link, waiting } = unlink(workDesk(desk, session), typedName);
      options.secrets.remove(link.linkId);
      desk.linkChanged();
      return { storeName: link.storeName, waiting };
    },
    'link.locations': async () => ({ rows: (await asRefusal(sync.ask('locations', null))).map(locationView) }),
    'link.setPlan': ({ plan }, session) => {
      setPlan(workDesk(desk, session), plan);
      desk.linkChanged();
      return { plan, hasIntegration: planIsSupported(plan) };
    },
    'link.bind': (input, session) => {
      const binding = bindLink(workDesk(desk, session), input);
      desk.linkChanged();
      return bindingView(binding);
    },
    'link.get': () => getLink(reader),
  };
};
