import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import { Frame } from './components/frame.tsx';
import { clockIsLong } from './format/instants.ts';
import { localeNow } from './format/locale.ts';
import { FulfillmentsScreen } from './screens/fulfillments/fulfillments-screen.tsx';
import { Later, useOtherScreensSoon } from './screens/later/later.tsx';
import { NoSession } from './screens/no-session.tsx';
import { OrderLink } from './screens/order-link.tsx';
import { PaletteKeys } from './screens/palette/palette-keys.tsx';
import { SalesHistoryScreen } from './screens/sales-history/sales-history-screen.tsx';
import type { AppState } from './state/app-state.ts';
import { focusList } from './state/focus-places.ts';
import { AppContext, useApp } from './state/use-app.ts';

/** A till without a store begins with linking one; every other one with its work. */
function FirstScreen(): ReactNode {
  const { shop } = useApp();
  const { data, fault } = useStore(shop.link.store);
  if (data === null && fault === null) return null;
  const isNew = data !== null && data.link === null && data.unlinked === null;
  return <Redirect to={isNew ? '/settings/link' : '/fulfillments'} replace />;
}

/** How the outlet writes; who was at work when it changed goes on in what is drawn anew. */
const useLocale = (): string => {
  const locale = useStore(localeNow);
  const { figures } = locale;
  const [first] = useState(figures);
  useLayoutEffect(() => {
    document.documentElement.dataset.clock = clockIsLong(locale) ? 'long' : 'short';
  }, [locale]);
  useEffect(() => {
    if (figures !== first && document.activeElement === document.body) focusList();
  }, [figures, first]);
  return figures;
};

/** The screens, by the part of the address after `#`, which works under any protocol. */
export function App({ state }: { readonly state: AppState }): ReactNode {
  useOtherScreensSoon();
  const locale = useLocale();
  const connection = useStore(state.sync.store, (sync) => sync.connection);
  if (connection === 'signed_out') return <NoSession />;
  return (
    <AppContext value={state}>
      <Router hook={useHashLocation}>
        {/* The key: every figure and day that is drawn is written anew. */}
        <Frame key={locale}>
          <Switch>
            <Route path="/fulfillments/:id?">{({ id }) => <FulfillmentsScreen linkedId={id} />}</Route>
            <Route path="/sales-history/:id?">{({ id }) => <SalesHistoryScreen linkedId={id} />}</Route>
            <Route path="/orders/:orderId">{({ orderId }) => <OrderLink orderId={orderId} />}</Route>
            <Route path="/stock/links/:id?">
              {({ id }) => <Later show={({ LinksScreen }) => <LinksScreen linkedId={id} />} />}
            </Route>
            <Route path="/stock/opening">
              <Later show={({ OpeningScreen }) => <OpeningScreen />} />
            </Route>
            <Route path="/stock/proof">
              <Later show={({ ProofScreen }) => <ProofScreen />} />
            </Route>
            <Route path="/stock/:id?">
              {({ id }) => <Later show={({ StockScreen }) => <StockScreen linkedId={id} />} />}
            </Route>
            <Route path="/guide/:topic?">
              {({ topic }) => <Later show={({ GuideScreen }) => <GuideScreen topic={topic} />} />}
            </Route>
            <Route path="/queue">
              <Later show={({ QueueScreen }) => <QueueScreen />} />
            </Route>
            <Route path="/settings/:section?">
              {({ section }) => <Later show={({ SettingsScreen }) => <SettingsScreen section={section} />} />}
            </Route>
            <Route>
              <FirstScreen />
            </Route>
          </Switch>
          <PaletteKeys />
        </Frame>
      </Router>
    </AppContext>
  );
}
