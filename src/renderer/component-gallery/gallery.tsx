import { type ReactNode, useLayoutEffect } from 'react';
import styles from './gallery.module.css';
import { specimens } from './specimens.tsx';
import { specimensOfApp } from './specimens-of-app.tsx';
import { specimensOfScreens } from './specimens-of-screens.tsx';
import { WholeWindow } from './whole-window.tsx';

const themes = ['light', 'dark'] as const;
const parts = ['components', 'list', 'page'] as const;
type Part = (typeof parts)[number];

/** Once all is made: what a window remembers of its own is taken before. */
function Themed({ theme, children }: { readonly theme: string; readonly children: ReactNode }): ReactNode {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return children;
}

function Components({ theme }: { readonly theme: string }): ReactNode {
  const all = { ...specimens(), ...specimensOfApp(), ...specimensOfScreens() };
  return (
    <main className={styles.parts}>
      <h1>Components, {theme}</h1>
      {Object.entries(all).map(([name, specimen]) => (
        <div key={name} className={styles.specimen}>
          <h2 className={styles.name}>{name}</h2>
          <div className={styles.states}>{specimen}</div>
        </div>
      ))}
    </main>
  );
}

/** Every component once, in both themes side by side, each part a page of its own, as a window is one. */
function Everything(): ReactNode {
  return (
    <main className={styles.gallery}>
      {parts.flatMap((part) =>
        themes.map((theme) => (
          <iframe
            key={`${part} ${theme}`}
            className={styles.part}
            data-part={part}
            title={`${part}, ${theme}`}
            src={`?theme=${theme}&part=${part}`}
          />
        )),
      )}
    </main>
  );
}

/** For development: no build has this page. `?theme=dark&part=list` shows one of its parts alone. */
export function Gallery({ wanted }: { readonly wanted: URLSearchParams }): ReactNode {
  const theme = themes.find((each) => each === wanted.get('theme'));
  const part: Part = parts.find((each) => each === wanted.get('part')) ?? 'components';
  if (theme === undefined) return <Everything />;
  return (
    <Themed theme={theme}>{part === 'components' ? <Components theme={theme} /> : <WholeWindow part={part} />}</Themed>
  );
}
