import {
  AppWindow,
  Archive,
  BookOpen,
  CloudUpload,
  GraduationCap,
  Handshake,
  History,
  Keyboard,
  type LucideIcon,
  Plug,
  Printer,
  ScanBarcode,
  ScrollText,
  ShieldCheck,
  Store,
  SunMoon,
  Users,
  UserX,
  Wallet,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { text } from '../../text.ts';
import { AppearanceSection } from './appearance/appearance-section.tsx';
import { AuditSection } from './audit/audit-section.tsx';
import { BackupSection } from './backup/backup-section.tsx';
import { DesktopSettings } from './desktop/desktop-settings.tsx';
import { GuideSection } from './guide-section.tsx';
import { HandoverSection } from './handover/handover-section.tsx';
import { HistorySection } from './history/history-section.tsx';
import { KeysSection } from './keys/keys-section.tsx';
import { LinkSection } from './link/link-section.tsx';
import { OutletsSection } from './outlets/outlets-section.tsx';
import { PrintJournal } from './prints/print-journal.tsx';
import { PrintersSettings } from './prints/printers.tsx';
import { PrivacySection } from './privacy/privacy-section.tsx';
import { ScannerSection } from './scanner/scanner-section.tsx';
import { StaffSection } from './staff/staff-section.tsx';
import { TillSection } from './till/till-section.tsx';
import { TrainingSection } from './training-section.tsx';
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
  { id: 'till', group: 'shop', label: text.till.title, icon: Wallet, body: TillSection },
  { id: 'hand-over', group: 'shop', label: text.till.handover.title, icon: Handshake, body: HandoverSection },
  { id: 'outlets', group: 'shop', label: text.outlet.title, icon: Store, body: OutletsSection },
  { id: 'staff', group: 'shop', label: text.staff.title, icon: Users, body: StaffSection },
  { id: 'link', group: 'bigcommerce', label: text.link.title, icon: Plug, body: LinkSection },
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
    label: text.desktop.title,
    icon: AppWindow,
    body: DesktopSettings,
  },
  { id: 'scanner', group: 'machine', label: text.scanner.title, icon: ScanBarcode, body: ScannerSection },
  { id: 'appearance', group: 'machine', label: text.appearance.title, icon: SunMoon, body: AppearanceSection },
  { id: 'keys', group: 'machine', label: text.keys.title, icon: Keyboard, body: KeysSection },
  { id: 'backup', group: 'machine', label: text.backup.title, icon: Archive, body: BackupSection },
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
  { id: 'training', group: 'records', label: text.training.title, icon: GraduationCap, body: TrainingSection },
  { id: 'guide', group: 'records', label: text.guide.title, icon: BookOpen, body: GuideSection },
  { id: 'privacy', group: 'records', label: text.privacy.title, icon: UserX, body: PrivacySection },
  { id: 'audit', group: 'records', label: text.audit.title, icon: ShieldCheck, body: AuditSection },
];
