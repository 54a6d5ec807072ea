import {
  Boxes,
  CircleQuestionMark,
  type LucideIcon,
  Moon,
  PackageCheck,
  ReceiptText,
  Sun,
  Volume2,
  VolumeX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import styles from './rail.module.css';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

const places: readonly Place[] = [
  { path: '/fulfillments', label: text.frame.fulfillments, icon: PackageCheck },
  { path: '/sales-history', label: text.frame.salesHistory, icon: ReceiptText },
  { path: '/stock', label: text.stock.title, icon: Boxes },
];

function RailLink({ path, label, icon: Icon }: Place): ReactNode {
  const [here] = useRoute(`${path}/:id?`);
  return (
    <Link href={path} className={styles.place} aria-current={here ? 'page' : undefined} title={label}>
      <Icon size={22} strokeWidth={1.9} aria-hidden />
      <span className={styles.label}>{label}</span>
    </Link>
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
        <SoundButton />
        <ThemeButton />
      </div>
    </nav>
  );
}
