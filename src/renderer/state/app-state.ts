import type { SaleRowView } from '../../contract/sales.ts';
import { dayOf } from '../format/instants.ts';
import { text } from '../text.ts';
import { createAlarmSound } from './alarm-sound.ts';
import { createAlarms } from './alarms.ts';
import { createAuditExport } from './audit-export.ts';
import type { AppClient, Bridge, Input, Output, ProcedureName } from './bridge.ts';
import { createFreshness } from './freshness.ts';
import { createFulfillmentsState } from './fulfillments-state.ts';
import { createHistoryState } from './history-state.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createKeyboard } from './keyboard.ts';
import { createLinkState } from './link-state.ts';
import { createLinksState } from './links-state.ts';
import { createLive } from './live.ts';
import { lostApp } from './lost-app.ts';
import { openScreen, watchMachine } from './machine.ts';
import { createNotices } from './notices.ts';
import { createOpeningState } from './opening-state.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createPrintsState } from './prints-state.ts';
import { createProofState } from './proof-state.ts';
import { createQueueState } from './queue-state.ts';
import { everySale, type SaleQuery, saleFilterOf } from './sale-query.ts';
import { createSaleScans } from './sale-scans.ts';
import { createSalesExport } from './sales-export.ts';
import { createScanner } from './scanner.ts';
import { screenNow, showScreen } from './screen-now.ts';
import { createSelection } from './selection.ts';
import { createShop } from './shop.ts';
import { createStaffState } from './staff-state.ts';
import { createStockState } from './stock-state.ts';
import { createSyncState } from './sync-state.ts';
import { createTheme } from './theme.ts';
import { createWiredScanners } from './wired-scanners.ts';
import { createWorkSound } from './work-sound.ts';

/** Everything that the screens share, made once per window. */
export const createAppState = ({ call: ask, onEvent, onConnection }: Bridge) => {
  const staff = createStaffState(ask);
  const call: AppClient = async (name, input) => {
    const reply = await ask(name, input);
    staff.heard(name, reply.ok, reply.ok ? undefined : reply.fault.code);
    if (reply.ok) return reply;
    const message = reply.fault === lostApp ? text.states.lostApp : text.fault(reply.fault);
    return { ...reply, fault: { ...reply.fault, message } };
  };
  const live = createLive();
  const answers = createKeptAnswers();
  const notices = createNotices();
  const sync = createSyncState(call, notices.say);
  const shop = createShop(call);
  const host = () => shop.about.store.getState().data?.host;
  const sound = createAlarmSound(host);
  const workSound = createWorkSound(host);
  const freshness = createFreshness(() => sync.store.getState().status?.lastPulledAt ?? null);
  const alarms = createAlarms({ call, live, sound: sound.play, say: notices.say });

  const sales = createPagedList<SaleQuery, SaleRowView>(
    (query, cursor, limit) =>
      call('sales.list', { ...saleFilterOf(query, dayOf(Date.now(), shop.timeZone())), ...pageInput(cursor, limit) }),
    (row) => row.saleId,
    everySale,
  );

  const link = createLinkState(call, notices);
  /** Everything that is shown is of the app before. */
  const readAllAnew = (): void => {
    link.land();
    window.location.reload();
  };

  onEvent((event) => {
    if (event.type === 'sync') sync.store.setState({ status: event.status });
    if (event.type === 'records') live.changed(event.nouns);
    if (event.type === 'alarm') alarms.ring();
    if (event.type === 'reopened') readAllAnew();
    if (event.type === 'arrived') sound.playOrders();
    if (event.type === 'open_screen') openScreen(event.screen);
  });
  onConnection((connection) => {
    sync.store.setState({ connection });
    if (connection !== 'connected') return;
    void sync.read();
    void staff.read();
    live.changedAll();
  });
  live.on(['link'], shop.read);
  live.on(['staff'], () => void staff.read());
  shop.read();
  void sync.read();
  void staff.read();
  void watchMachine({ call, say: notices.say });

  const prints = createPrintsState({ call, live, notices });
  /** Asks for what a screen is going to ask for, and keeps it for that one. */
  const readAhead = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<void> => {
    const reply = await call(name, input);
    if (reply.ok) answers.to<Input<N>, Output<N>>(name)?.keep(input, reply.data);
  };
  const saleSelection = createSelection();
  const saleScans = createSaleScans({
    ...{ call, notices, sound: workSound.play },
    open: (saleId, from) => {
      saleSelection.open(saleId);
      // On its way while the screen is drawn that shows it.
      if (screenNow() !== '/sales-history') void readAhead('sales.get', { saleId });
      return showScreen('/sales-history', from);
    },
  });
  const fulfillments = createFulfillmentsState({
    ...{ call, live, notices, freshness },
    openReceipt: (code) => saleScans.openReceipt(code, '/fulfillments'),
    sound: workSound,
    printing: prints.printing,
    signedIn: () => staff.store.getState().staff?.name ?? null,
  });
  /** From anywhere a slip, shelf or order code opens its fulfillment. Answers whether there was one. */
  const openFulfillmentOf = async (code: string, from: string): Promise<boolean> => {
    const fulfillmentId = await fulfillments.scans.find(code);
    if (fulfillmentId === null) return false;
    fulfillments.selection.open(fulfillmentId);
    const isInSight = showScreen('/fulfillments', from);
    if (!isInSight) notices.say(text.scanner.openThere(code, text.frame.fulfillments));
    return true;
  };
  const openByCode = async (code: string, from: string): Promise<boolean> =>
    (await saleScans.openReceipt(code, from)) || (await openFulfillmentOf(code, from));
  const keyboard = createKeyboard();
  const scanner = createScanner(keyboard.preview);
  scanner.otherwise((code) => {
    void openByCode(code, screenNow()).then((found) => found || fulfillments.scans.refuseUnknown(code));
  });

  return {
    call,
    live,
    answers,
    notices,
    sync,
    staff,
    shop,
    sound,
    workSound,
    freshness,
    alarms,
    scanner,
    wiredScanners: createWiredScanners(scanner.scanned),
    keyboard,
    theme: createTheme(),
    fulfillments,
    sales: { list: sales, selection: saleSelection, scans: saleScans, csv: createSalesExport({ call, notices }) },
    auditCsv: createAuditExport({ call, notices }),
    prints,
    queue: createQueueState({ call, live, notices }),
    stock: createStockState(call, notices, (code) => openByCode(code, '/stock')),
    links: createLinksState(call, notices),
    opening: createOpeningState(call, notices),
    proof: createProofState(call, notices),
    history: createHistoryState(call, notices),
    link,
  };
};

export type AppState = ReturnType<typeof createAppState>;
