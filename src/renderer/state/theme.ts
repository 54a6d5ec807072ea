import { createStore } from 'zustand/vanilla';

export type Theme = 'light' | 'dark';

const storageKey = 'tillbridge.theme';
const asTheme = (value: string | null): Theme | null => (value === 'light' || value === 'dark' ? value : null);
const systemIsDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

const paint = (chosen: Theme | null): void => {
  if (chosen === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
};

/** Light or dark: what this machine's user chose, else what the system says. */
export const createTheme = () => {
  const system = systemIsDark();
  const chosen = asTheme(localStorage.getItem(storageKey));
  const store = createStore<{ theme: Theme }>(() => ({ theme: chosen ?? (system.matches ? 'dark' : 'light') }));
  paint(chosen);
  system.addEventListener('change', () => {
    if (localStorage.getItem(storageKey) === null) store.setState({ theme: system.matches ? 'dark' : 'light' });
  });
  return {
    store,
    choose: (theme: Theme): void => {
      localStorage.setItem(storageKey, theme);
      paint(theme);
      store.setState({ theme });
    },
  };
};
