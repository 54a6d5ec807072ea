import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { alarmSeen } from './commands/alarm-seen.ts';
import { importOpening, previewOpening } from './commands/opening-stock.ts';
import { previewOf, previewSeed, type SeedPreview, seedStock } from './commands/seed-stock.ts';
import { setFloor } from './commands/set-floor.ts';
import { undoMovement } from './commands/undo-movement.ts';
import { recordAdjustment, recordCount, recordDamage, recordReceipt, transferStock } from './commands/work-on-stock.ts';
import { asRefusal, type Desk, workDesk } from './desk.ts';
import { explainStock } from './queries/explain-stock.ts';
import { findStock } from './queries/find-stock.ts';
import { seedPreviewView } from './queries/seed-preview.ts';
import { listAlarms } from './queries/stock-alarms.ts';
import { countStock, listStock } from './queries/stock-list.ts';

type StockProcedure = Extract<keyof Contract, `stock.${string}`>;

/** The procedures of stock and what answers them: wiring only. */
export const stockHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, StockProcedure> => {
  const { reader, writer, clock } = desk;
  const stockDesk = (session: Session) => workDesk(desk, session);
  const moved = <T>(worked: T): T => {
    desk.stockMoved();
    return worked;
  };
  /** What was last read of BigCommerce's figures, until a manager takes them over. */
  let preview: SeedPreview | null = null;
  return {
    'stock.list': (input) => listStock(reader, input),
    'stock.counts': (input) => countStock(reader, input),
    'stock.explain': (input) => explainStock(reader, input),
    'stock.find': (input) => findStock(reader, input),
    'stock.count': (input, session) => moved(recordCount(stockDesk(session), input)),
    'stock.receive': (input, session) => moved(recordReceipt(stockDesk(session), input)),
    'stock.adjust': (input, session) => moved(recordAdjustment(stockDesk(session), input)),
    'stock.damage': (input, session) => moved(recordDamage(stockDesk(session), input)),
    'stock.transfer': (input, session) => moved(transferStock(stockDesk(session), input)),
    'stock.undo': (input, session) => moved(undoMovement(stockDesk(session), input)),
    'stock.previewOpening': (input) => previewOpening(reader, input),
    'stock.importOpening': (input, session) => {
      const opened = importOpening(stockDesk(session), input);
      desk.changed(['products']);
      return moved(opened);
    },
    'stock.previewSeed': async () => {
      preview = previewSeed(reader, await asRefusal(desk.sync.ask('openingFigures', null)));
      return seedPreviewView(preview);
    },
    'stock.seed': (input, session) => {
      const seeded = seedStock(stockDesk(session), previewOf(preview, input));
      desk.changed(['products']);
      return moved(seeded);
    },
    'stock.setFloor': (input) => {
      setFloor(writer, input);
      desk.changed(['stock']);
      return {};
    },
    'stock.alarms': () => listAlarms(reader),
    'stock.alarmSeen': (input) => {
      alarmSeen(writer, clock(), input);
      desk.changed(['stock']);
      return {};
    },
  };
};
