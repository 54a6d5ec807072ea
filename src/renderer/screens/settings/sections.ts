import { AppWindow, CloudUpload, History, type LucideIcon, Printer, ScrollText } from 'lucide-react';
import type { ComponentType } from 'react';
import { text } from '../../text.ts';
import { desktopWords } from '../../text-desktop.ts';
import { DesktopSettings } from './desktop/desktop-settings.tsx';
import { HistorySection } from './history/history-section.tsx';
import { PrintJournal } from './prints/print-journal.tsx';
import { PrintersSettings } from './prints/printers.tsx';
import { WriteBackSettings } from './write-back/write-back.tsx';

export interface SettingsSection {
  /** As in the address: `/settings/<id>`. */
  readonly id: string;
  readonly group: keyof typeof text.settings.groups;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly body: ComponentType;
}

/** Every section of Settings, in the order in which they stand. A new one is a line here, and a file for its body. */
export const sections: readonly SettingsSection[] = [
  {
    id: 'write-back',
    group: 'bigcommerce',
    label: text.queue.writeBack.title,
    icon: CloudUpload,
    body: WriteBackSettings,
  },
  { id: 'history', group: 'bigcommerce', label: text.history.title, icon: History, body: HistorySection },
  {
    id: 'desktop',
    group: 'machine',
    label: desktopWords.title,
    icon: AppWindow,
    body: DesktopSettings,
  },
  {
    id: 'printers',
    group: 'machine',
    label: text.prints.printers.title,
    icon: Printer,
    body: PrintersSettings,
  },
  {
    id: 'prints',
    group: 'records',
    label: text.prints.journal.title,
    icon: ScrollText,
    body: PrintJournal,
  },
];
