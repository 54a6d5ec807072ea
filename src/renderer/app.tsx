import type { ReactNode } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import { Frame } from './components/frame.tsx';
import { FulfillmentsScreen } from './screens/fulfillments/fulfillments-screen.tsx';
import { GuideScreen } from './screens/guide/guide-screen.tsx';
import { NoSession } from './screens/no-session.tsx';
import { OrderLink } from './screens/order-link.tsx';
import { CommandPalette } from './screens/palette/command-palette.tsx';
import { QueueScreen } from './screens/queue/queue-screen.tsx';
import { SalesHistoryScreen } from './screens/sales-history/sales-history-screen.tsx';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { LinksScreen } from './screens/stock/links/links-screen.tsx';
import { OpeningScreen } from './screens/stock/opening/opening-screen.tsx';
import { ProofScreen } from './screens/stock/proof/proof-screen.tsx';
import { StockScreen } from './screens/stock/stock-screen.tsx';
import type { AppState } from './state/app-state.ts';
import { AppContext, useApp } from './state/use-app.ts';

/** A till without a store begins with linking one; every other one with its work. */
function FirstScreen(): ReactNode {
  const { shop } = useApp();
  const { data, fault } = useStore(shop.link.store);
  if (data === null && fault === null) return null;
  const isNew = data !== null && data.link === null && data.unlinked === null;
  return <Redirect to={isNew ? '/settings/link' : '/fulfillments'} replace />;
}

/** The screens, by the part of the address after `#`, which works under any protocol. */
export function App({ state }: { readonly state: AppState }): ReactNode {
  const connection = useStore(state.sync.store, (sync) => sync.connection);
  if (connection === 'signed_out') return <NoSession />;
  return (
    <AppContext value={state}>
      <Router hook={useHashLocation}>
        <Frame>
          <Switch>
            <Route path="/fulfillments/:id?">{({ id }) => <FulfillmentsScreen linkedId={id} />}</Route>
            <Route path="/sales-history/:id?">{({ id }) => <SalesHistoryScreen linkedId={id} />}</Route>
            <Route path="/orders/:orderId">{({ orderId }) => <OrderLink orderId={orderId} />}</Route>
            <Route path="/stock/links/:id?">{({ id }) => <LinksScreen linkedId={id} />}</Route>
            <Route path="/stock/opening" component={OpeningScreen} />
            <Route path="/stock/proof" component={ProofScreen} />
            <Route path="/stock/:id?">{({ id }) => <StockScreen linkedId={id} />}</Route>
            <Route path="/guide/:topic?">{({ topic }) => <GuideScreen topic={topic} />}</Route>
            <Route path="/queue" component={QueueScreen} />
            <Route path="/settings/:section?">{({ section }) => <SettingsScreen section={section} />}</Route>
            <Route>
              <FirstScreen />
            </Route>
          </Switch>
          <CommandPalette />
        </Frame>
      </Router>
    </AppContext>
  );
}
