import type { ReactNode } from 'react';
import type { SyncStatusView } from '../../contract/sync.ts';
import { AlarmBand } from '../components/alarm-band.tsx';
import { AsOf } from '../components/as-of.tsx';
import { Copyable } from '../components/copyable.tsx';
import { NoRows } from '../components/list-states.tsx';
import { ManagerForm } from '../components/manager-form.tsx';
import { ManagerStep } from '../components/manager-step.tsx';
import { NewPinForm } from '../components/new-pin-form.tsx';
import { NothingMatches } from '../components/nothing-matches.tsx';
import { OwnStoreButton } from '../components/own-store-button.tsx';
import { PersonButton } from '../components/person-button.tsx';
import { RecordBody } from '../components/record-body.tsx';
import { RecordHead } from '../components/record-head.tsx';
import { ScanStrip } from '../components/scan-strip.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SignInForm } from '../components/sign-in-form.tsx';
import { SyncBanner } from '../components/sync-banner.tsx';
import { SyncChip } from '../components/sync-chip.tsx';
import { TextField } from '../components/text-field.tsx';
import { TrainingBand } from '../components/training-band.tsx';
import { WhyNotHere } from '../components/why-not-here.tsx';
import type { Connection } from '../state/bridge.ts';
import { createManagerCommand } from '../state/manager-command.ts';
import { AppContext } from '../state/use-app.ts';
import { example, exampleApp, idle } from './example-app.ts';
import styles from './gallery.module.css';

const nothing = (): void => undefined;
const fault = { code: 'store_unreachable', message: 'BigCommerce cannot be reached. Check the network.' } as const;
const problem = (code: string, message: string, nextStep: string) => ({ problem: { code, message, nextStep } });
const refused = problem('token_refused', 'BigCommerce refused the token.', 'Enter a new one in Settings.');

/** Everything that the chip can say, the worst last. */
const exchanges: readonly (readonly [string, SyncStatusView, Connection?])[] = [
  ['checked', idle],
  ['stale', { ...idle, lastPulledAt: example.ago(120) }],
  ['never', { ...idle, lastPulledAt: null }],
  ['checking', { ...idle, state: 'pulling' }],
  ['importing', { ...idle, state: 'pulling', progress: { done: 1240, total: 8300 } }],
  ['needs somebody', { ...idle, held: 1, outbox: { pending: 2, parked: 3 } }],
  ['slow', { ...idle, state: 'slow', nextTryAt: example.ago(-2) }],
  [
    'offline',
    {
      ...{ ...idle, state: 'offline', outbox: { pending: 8, parked: 0 }, nextTryAt: example.ago(-1) },
      ...problem('network', 'BigCommerce cannot be reached.', 'Check the network; it is tried again by itself.'),
    },
  ],
  ['not bound', { ...idle, state: 'not_bound' }],
  ['refused', { ...idle, state: 'refused', ...refused }],
  ['lost', idle, 'reconnecting'],
];

const needsManager = createManagerCommand(async () => ({ ok: false, fault }));
needsManager.store.setState({ state: 'needs_manager', problem: 'That name and PIN do not match.' });
const wasRefused = createManagerCommand(async () => ({ ok: false, fault }));
wasRefused.store.setState({ state: 'idle', problem: fault.message });
const step = { label: 'Unlock', busy: 'Unlocking…', hindrance: null, onPress: nothing };

const strips = [
  null,
  { outcome: 'ok', sentence: 'Blue Mug: 1 of 3', count: 1 },
  { outcome: 'complete', sentence: 'Everything is picked.', count: 2 },
  { outcome: 'refused', sentence: 'Wrong item: nothing was changed.', count: 3 },
] as const;

function Within({ app, children }: { readonly app: ReturnType<typeof exampleApp>; readonly children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

/** Components that need what the screens share, with each of their states. */
export const specimensOfApp = (): Readonly<Record<string, ReactNode>> => {
  const usual = exampleApp();
  const within = (children: ReactNode, app = usual): ReactNode => <Within app={app}>{children}</Within>;
  return {
    'sync-chip and what it opens to': exchanges.map(([name, status, connection]) => (
      <div key={name} className={`${styles.opened} ${styles.card}`}>
        {within(<SyncChip />, exampleApp(status, {}, connection))}
      </div>
    )),
    'sync-banner': within(<SyncBanner />, exampleApp({ ...idle, state: 'refused', ...refused })),
    'as-of': [example.ago(1), example.ago(120), null].map((lastPulledAt) => (
      <div key={lastPulledAt}>{within(<AsOf />, exampleApp({ ...idle, lastPulledAt }))}</div>
    )),
    'person-button': ([null, 'staff', 'manager'] as const).map((role) => {
      const staff = role === null ? null : { name: 'Ada', role };
      const app = exampleApp(idle, { 'staff.current': { staff, endsAt: null, managerPinSet: true } });
      return <div key={role}>{within(<PersonButton />, app)}</div>;
    }),
    'sign-in-form, person-choice': <div className={styles.card}>{within(<SignInForm onSignedIn={nothing} />)}</div>,
    'new-pin-form': (
      <div className={styles.card}>
        <NewPinForm
          {...{ title: 'Set the manager PIN', what: 'Nobody has set one yet.', commit: 'Set PIN', isBusy: false }}
          problem="The two PINs are not the same."
          onPin={nothing}
        />
      </div>
    ),
    'manager-step and its manager-sign-in': (
      <>
        <div className={styles.card}>{within(<ManagerStep command={needsManager} {...step} />)}</div>
        <div className={styles.card}>{within(<ManagerStep command={wasRefused} {...step} isSecondary />)}</div>
      </>
    ),
    'manager-form': (
      <div className={styles.card}>
        {within(
          <ManagerForm command={wasRefused} {...step} onSubmit={nothing}>
            <TextField label="Name" value="Ada" onChange={nothing} />
          </ManagerForm>,
        )}
      </div>
    ),
    'list-states: nothing yet, nothing by its filters, and nothing by its number': (
      <>
        {within(<NoRows search="" filtered={false} emptySentence="The next order shows here." onClear={nothing} />)}
        {within(<NoRows search="" filtered emptySentence="" onClear={nothing} />)}
        {within(<NoRows search="1042" filtered={false} emptySentence="" onClear={nothing} />)}
      </>
    ),
    'nothing-matches': <NothingMatches search="mug" onClear={nothing} />,
    'why-not-here': within(<WhyNotHere orderId="1042" atOnce />),
    'search-field': within(<SearchField label="Search order, customer, SKU" value="mug" onChange={nothing} />),
    'record-head': within(
      <RecordHead title="#1042" subtitle="Mei Haddad" figure="$113.56" onBack={nothing}>
        <span>Its facts</span>
      </RecordHead>,
    ),
    'record-body: being read, and not read': (
      <>
        <RecordBody view={null} fault={null} onAgain={nothing}>
          {() => null}
        </RecordBody>
        <RecordBody view={null} fault={fault} onAgain={nothing}>
          {() => null}
        </RecordBody>
      </>
    ),
    'copyable, copy-button': within(
      <dl>
        <Copyable what="Address" lines={['Mei Haddad', '3 Harbour Street', 'Cork']} />
      </dl>,
    ),
    'scan-strip': strips.map((last) => (
      <div key={last?.outcome ?? 'none'} className={styles.card}>
        {within(<ScanStrip last={last} hint="Scan an item to pick one." />)}
      </div>
    )),
    'alarm-band': within(<AlarmBand />),
    'training-band': within(<TrainingBand />),
    'own-store-button': within(<OwnStoreButton />),
  };
};
