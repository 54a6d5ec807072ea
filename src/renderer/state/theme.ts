import { createStore } from 'zustand/vanilla';

export type Theme = 'light' | 'dark';

const storageKey = 'tillbridge.theme';
const asTheme = (value: string | null): Theme | null => (value === 'light' || value === 'dark' ? value : null);
const systemIsDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

const paint = (chosen: Theme | null): void => {
  if (chosen === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
};

interface ThemeState {
  readonly theme: Theme;
  /** Null while the system's is taken. */
  readonly chosen: Theme | null;
}

/** Light or dark: what this machine's user chose, else what the system says. */
export const createTheme = () => {
  const system = systemIsDark();
  const shown = (chosen: Theme | null): Theme => chosen ?? (system.matches ? 'dark' : 'light');
  const kept = asTheme(localStorage.getItem(storageKey));
  const store = createStore<ThemeState>(() => ({ theme: shown(kept), chosen: kept }));
  paint(kept);
  system.addEventListener('change', () => store.setState(({ chosen }) => ({ theme: shown(chosen) })));
  return {
    store,
    /** Keeps a choice for this machine; null takes the system's again. */
    choose: (chosen: Theme | null): void => {
      if (chosen === null) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, chosen);
      paint(chosen);
      store.setState({ theme: shown(chosen), chosen });
    },
  };
};
