import type { ReactNode } from 'react';
import buttons from '../components/button.module.css';
import { CommitButton } from '../components/commit-button.tsx';
import { CsvProgress } from '../components/csv-progress.tsx';
import { DayField } from '../components/day-field.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import field from '../components/field.module.css';
import { Keys } from '../components/keys.tsx';
import { LocaleField } from '../components/locale-field.tsx';
import * as looks from '../components/looks.ts';
import { MoneyText } from '../components/money-text.tsx';
import { Notes } from '../components/notes.tsx';
import { Pill } from '../components/pill.tsx';
import { PinField } from '../components/pin-field.tsx';
import { Refused } from '../components/refused.tsx';
import { Section } from '../components/section.tsx';
import { Segments } from '../components/segments.tsx';
import { Spoken } from '../components/spoken.tsx';
import { SubmitButton } from '../components/submit-button.tsx';
import { TextField } from '../components/text-field.tsx';
import { Timeline } from '../components/timeline.tsx';
import { WorkBar } from '../components/work-bar.tsx';

const nothing = (): void => undefined;
const now = Date.parse('2026-11-12T14:02:00Z');

const everyLook: readonly looks.Look[] = [
  ...Object.values(looks.fulfillmentLooks),
  ...Object.values(looks.paymentLooks),
  ...Object.values(looks.saleLooks),
  ...Object.values(looks.unsentLooks),
  ...[looks.onHoldLook, looks.archivedLook, looks.revisedLook, looks.onRoundLook, looks.stuckLook],
  ...[looks.lastOneLook, looks.digitalLook, looks.putBackLook(3), looks.shelfLook('HOLD-7')],
  ...[looks.returnToStockLook(8), looks.otherOutletLook('Harbour'), looks.bigcommerceLook('Awaiting Shipment')],
];

/** Each component that needs nothing but its own facts, with each of its states. */
export const specimens = (): Readonly<Record<string, ReactNode>> => ({
  button: (
    <>
      <button type="button" className={buttons.primary}>
        Primary
      </button>
      <button type="button" className={buttons.button}>
        Button
      </button>
      <button type="button" className={buttons.button} aria-disabled="true">
        Disabled
      </button>
      <button type="button" className={buttons.bare}>
        Bare
      </button>
    </>
  ),
  'commit-button': (
    <>
      <CommitButton label="Packed" hindrance={null} onPress={nothing} />
      <CommitButton label="Packed" hindrance={null} busy="Recording…" onPress={nothing} />
      <CommitButton label="Handed over" hindrance="Not paid, so it must not leave." onPress={nothing} />
    </>
  ),
  'work-bar: known, not known yet, being stopped, past stopping': (
    <>
      <WorkBar label="Removing personal data" done={1240} total={8300} figure="1,240 of 8,300 sales" onStop={nothing} />
      <WorkBar label="Reading BigCommerce’s catalogue" done={250} total={null} figure="250 products" onStop={nothing} />
      <WorkBar label="Copying" done={90} total={100} figure="90 of 100 MB" onStop={nothing} isStopping />
      <WorkBar label="Undoing" done={12} total={100} figure="12 of 100" />
    </>
  ),
  'csv-progress: known, and not known': (
    <>
      <CsvProgress progress={{ done: 1240, total: 8300 }} onCancel={nothing} />
      <CsvProgress progress={{ done: 250, total: null }} onCancel={nothing} />
    </>
  ),
  'submit-button': (
    <form>
      <SubmitButton label="Save" hindrance={null} busy={null} />
      <SubmitButton label="Save" hindrance="Nothing was changed." busy={null} />
      <SubmitButton label="Save" hindrance={null} busy="Saving…" />
    </form>
  ),
  field: (
    <>
      <input className={field.field} aria-label="Empty" placeholder="Order number" />
      <input className={field.field} aria-label="Filled" defaultValue="1234" />
      <input className={field.field} aria-label="Disabled" defaultValue="1234" disabled />
    </>
  ),
  'day-field: a day, and none': (
    <>
      <DayField label="From" value="2026-11-27" onChange={nothing} />
      <DayField label="To" value="" onChange={nothing} />
    </>
  ),
  'locale-field': <LocaleField value="de-DE" currency="EUR" onChange={nothing} />,
  'text-field': (
    <>
      <TextField label="Folder" hint="By its whole path." value="/media/stick" onChange={nothing} />
      <TextField label="Carrier" offered={['DHL', 'UPS']} value="" onChange={nothing} />
      <TextField label="Port" isShort value="9100" onChange={nothing} />
    </>
  ),
  'pin-field': (
    <>
      <label htmlFor="pin">PIN</label>
      <PinField id="pin" value="1357" onChange={nothing} />
    </>
  ),
  segments: (
    <Segments
      label="Status"
      segments={[
        { value: 'new', label: 'New', count: 12 },
        { value: 'packed', label: 'Packed', count: 0 },
        { value: 'all', label: 'All', count: 5000, isMore: true },
      ]}
      value="new"
      onChange={nothing}
    />
  ),
  pill: everyLook.map((look) => <Pill key={look.label} look={look} />),
  'pill, quiet': everyLook.map((look) => <Pill key={look.label} look={look} quiet />),
  keys: <Keys keys={['ArrowDown', 'Enter', 'g f', 'Ctrl+K']} />,
  'money-text': (
    <>
      <MoneyText money={{ amount: '1204.5000', currency: 'USD' }} />
      <MoneyText money={{ amount: '-300.0000', currency: 'JPY' }} />
      <MoneyText money={{ amount: '9.9900', currency: 'EUR' }} struck />
    </>
  ),
  'fault-note': (
    <FaultNote
      fault={{ code: 'store_unreachable', message: 'BigCommerce cannot be reached. Check the network.' }}
      onAgain={nothing}
    />
  ),
  refused: <Refused>That name and PIN do not match.</Refused>,
  'empty-state': (
    <EmptyState sentence="Nothing matches “mug”.">
      <button type="button" className={buttons.button}>
        Clear
      </button>
    </EmptyState>
  ),
  section: (
    <Section title="Lines">
      <p>What a record says of itself.</p>
    </Section>
  ),
  notes: <Notes customerMessage="Please ring twice." staffNotes="Behind the counter." />,
  timeline: (
    <Timeline
      entries={[
        { at: '2026-11-11T09:00:00Z', what: 'Ordered' },
        { at: '2026-11-12T13:58:00Z', what: 'Packed by Ada' },
      ]}
      timeZone="UTC"
      now={now}
    />
  ),
  spoken: (
    <p>
      2<Spoken> changes not sent yet</Spoken> (the rest is only read out)
    </p>
  ),
});
