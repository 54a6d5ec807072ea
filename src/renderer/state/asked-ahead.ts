import type { Reply } from '../../contract/procedure.ts';
import type { Bridge, Input, Output, ProcedureName } from './bridge.ts';

type Asked = { [N in ProcedureName]?: { readonly input: string; readonly reply: Promise<Reply<Output<N>>> } };

/**
 * The same bridge, with what the first screen asks asked already, while the screens are still being read: which store is
 * linked and, where no other screen is named by `hash`, the first rows of Fulfillments. An answer is given once, to
 * whoever asks the same, and not once the app has told of a change.
 */
export const askAhead = (bridge: Bridge, hash: string): Bridge => {
  const asked: Asked = {};
  const ask = <N extends ProcedureName>(name: N, input: Input<N>): void => {
    const ahead: Asked = { [name]: { input: JSON.stringify(input), reply: bridge.call(name, input) } };
    Object.assign(asked, ahead);
  };
  ask('link.get', {});
  if (hash === '' || hash === '#/fulfillments') ask('fulfillments.list', { segment: 'new', limit: 100 });

  const forget = (): void => {
    for (const name of Object.keys(asked) as ProcedureName[]) delete asked[name];
  };
  bridge.onEvent(({ type }) => type === 'records' && forget());
  bridge.onConnection(forget);
  return {
    ...bridge,
    call: (name, input) => {
      const ahead = asked[name];
      if (ahead === undefined || ahead.input !== JSON.stringify(input)) return bridge.call(name, input);
      delete asked[name];
      return ahead.reply;
    },
  };
};
