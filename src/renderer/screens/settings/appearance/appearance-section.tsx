import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Segments } from '../../../components/segments.tsx';
import { chooseLanguage, chosenLanguage, languageNames, languages } from '../../../format/language.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';

const words = text.appearance;
const asSystem = { value: 'system', label: words.system } as const;

const languageChoices = [asSystem, ...languages.map((value) => ({ value, label: languageNames[value] }))];
const themeChoices = [
  asSystem,
  { value: 'light', label: words.themes.light },
  { value: 'dark', label: words.themes.dark },
] as const;

/** Settings › Appearance: language and theme of this machine. */
export function AppearanceSection(): ReactNode {
  const { theme } = useApp();
  const chosenTheme = useStore(theme.store, ({ chosen }) => chosen);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      <section className={look.part} aria-label={words.language}>
        <h3 className={look.heading}>{words.language}</h3>
        <div>
          <Segments
            label={words.language}
            segments={languageChoices}
            value={chosenLanguage() ?? 'system'}
            onChange={(value) => chooseLanguage(value === 'system' ? null : value)}
          />
        </div>
        <p className={look.soft}>{words.languageMeaning}</p>
      </section>
      <section className={look.part} aria-label={words.theme}>
        <h3 className={look.heading}>{words.theme}</h3>
        <div>
          <Segments
            label={words.theme}
            segments={themeChoices}
            value={chosenTheme ?? 'system'}
            onChange={(value) => theme.choose(value === 'system' ? null : value)}
          />
        </div>
      </section>
    </div>
  );
}
