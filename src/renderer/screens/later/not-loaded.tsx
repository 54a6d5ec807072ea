import type { ReactNode } from 'react';
import buttons from '../../components/button.module.css';
import { EmptyState } from '../../components/empty-state.tsx';
import { text } from '../../text.ts';

/** In the place of a screen whose file could not be read: above all after an update of a till that runs as a service. */
export function NotLoaded(): ReactNode {
  return (
    <main role="alert">
      <EmptyState sentence={text.states.notLoaded}>
        <button type="button" className={buttons.button} onClick={() => window.location.reload()}>
          {text.states.loadWindow}
        </button>
      </EmptyState>
    </main>
  );
}
