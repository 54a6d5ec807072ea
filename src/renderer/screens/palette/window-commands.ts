import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { chooseLanguage, languageNames, languages } from '../../format/language.ts';
import type { Command } from '../../state/palette.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import { sections } from '../settings/sections.ts';

const stockViews = [
  { path: '/stock/links', label: text.stock.places.links },
  { path: '/stock/opening', label: text.stock.places.opening },
  { path: '/stock/proof', label: text.stock.places.proof },
] as const;

const places = [
  ...stockViews.map(({ path, label }) => ({ path, label: `${text.stock.title} › ${label}` })),
  ...sections.map(({ id, label }) => ({ path: `/settings/${id}`, label: `${text.settings.title} › ${label}` })),
];

/** The places that have no keys of their own, and what belongs to the window: language, appearance, sound. */
export const useWindowCommands = (): readonly Command[] => {
  const { theme, sound } = useApp();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const ofWindow = (label: string, run: () => void): Command => ({ group: 'window', label, keys: [], run });
    return [
      ...places.map(({ path, label }): Command => ({ group: 'go', label, keys: [], run: () => navigate(path) })),
      ofWindow(text.palette.theme(text.appearance.themes.light), () => theme.choose('light')),
      ofWindow(text.palette.theme(text.appearance.themes.dark), () => theme.choose('dark')),
      ofWindow(text.palette.theme(text.appearance.system), () => theme.choose(null)),
      ...languages.map((language) =>
        ofWindow(text.palette.language(languageNames[language]), () => chooseLanguage(language)),
      ),
      ofWindow(text.alarms.sound, () => sound.turn(!sound.store.getState().on)),
    ];
  }, [theme, sound, navigate]);
};
