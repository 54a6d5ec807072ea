import {
  Boxes,
  CircleQuestionMark,
  CloudUpload,
  Command,
  type LucideIcon,
  Moon,
  PackageCheck,
  ReceiptText,
  Settings,
  Sun,
  Volume2,
  VolumeX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useStore } from 'zustand';
import { formatCount } from '../format/count.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import styles from './rail.module.css';
import { Spoken } from './spoken.tsx';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

const places: readonly Place[] = [
  { path: '/fulfillments', label: text.frame.fulfillments, icon: PackageCheck },
  { path: '/sales-history', label: text.frame.salesHistory, icon: ReceiptText },
  { path: '/stock', label: text.stock.title, icon: Boxes },
  { path: '/queue', label: text.queue.title, icon: CloudUpload },
  { path: '/settings', label: text.settings.title, icon: Settings },
];

function RailLink({ path, label, icon: Icon }: Place): ReactNode {
  const [here] = useRoute(`${path}/:id?`);
  return (
    <Link href={path} className={styles.place} aria-current={here ? 'page' : undefined} title={label}>
      <span className={styles.icon}>
        <Icon size={22} strokeWidth={1.9} aria-hidden />
        {path === '/queue' ? <QueueCount /> : null}
      </span>
      <span className={styles.label}>{label}</span>
    </Link>
  );
}

/** How much BigCommerce was not told yet, with what needs an answer; nothing where all is told. */
function QueueCount(): ReactNode {
  const { sync, queue } = useApp();
  const outbox = useStore(sync.store, ({ status }) => status?.outbox ?? null);
  const toSee = useStore(
    queue.conflicts.store,
    ({ data }) => data?.rows.filter((row) => row.entryId === null).length ?? 0,
  );
  const { pending, parked } = outbox ?? { pending: 0, parked: 0 };
  const count = pending + parked + toSee;
  if (count === 0) return null;
  return (
    <span className={styles.count} data-asks={parked + toSee > 0}>
      <span aria-hidden>{formatCount(count)}</span>
      <Spoken>{text.queue.countMeaning(pending, parked + toSee)}</Spoken>
    </span>
  );
}

function ThemeButton(): ReactNode {
  const { theme } = useApp();
  const isDark = useStore(theme.store, (state) => state.theme === 'dark');
  const Icon = isDark ? Sun : Moon;
  return (
    <button
      type="button"
      className={styles.small}
      onClick={() => theme.choose(isDark ? 'light' : 'dark')}
      aria-label={isDark ? text.frame.lightTheme : text.frame.darkTheme}
      title={isDark ? text.frame.lightTheme : text.frame.darkTheme}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

function SoundButton(): ReactNode {
  const { sound } = useApp();
  const isOn = useStore(sound.store, (state) => state.on);
  const Icon = isOn ? Volume2 : VolumeX;
  return (
    <button
      type="button"
      className={styles.small}
      onClick={() => sound.turn(!isOn)}
      aria-pressed={isOn}
      aria-label={text.alarms.sound}
      title={isOn ? text.alarms.soundOn : text.alarms.soundOff}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

/** The commands, for who has no Ctrl K at hand. */
function CommandsButton(): ReactNode {
  const { keyboard } = useApp();
  return (
    <button
      type="button"
      className={styles.small}
      onClick={() => keyboard.press('Ctrl+K')}
      aria-label={text.palette.title}
      title={text.palette.title}
    >
      <Command size={18} aria-hidden />
    </button>
  );
}

/** The screens, and at the foot what belongs to the window itself. */
export function Rail({ onHelp }: { readonly onHelp: () => void }): ReactNode {
  return (
    <nav className={styles.rail} aria-label={text.frame.screens}>
      {places.map((place) => (
        <RailLink key={place.path} {...place} />
      ))}
      <div className={styles.foot}>
        <button
          type="button"
          className={styles.small}
          onClick={onHelp}
          aria-label={text.frame.shortcuts}
          title={text.frame.shortcuts}
        >
          <CircleQuestionMark size={18} aria-hidden />
        </button>
        <CommandsButton />
        <SoundButton />
        <ThemeButton />
      </div>
    </nav>
  );
}
