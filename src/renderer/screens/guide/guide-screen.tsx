import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { TopBar } from '../../components/top-bar.tsx';
import { text } from '../../text.ts';
import styles from './guide.module.css';
import { Guide } from './guide.tsx';

/** The guide as a screen of its own; its address names the topic. */
export function GuideScreen({ topic }: { readonly topic: string | undefined }): ReactNode {
  const [, navigate] = useLocation();
  return (
    <>
      <TopBar title={text.guide.title} />
      <main className={styles.page} id="list" tabIndex={-1} aria-label={text.guide.title} data-scrolls>
        <Guide named={topic} onTopic={(next) => navigate(`/guide/${next}`)} />
      </main>
    </>
  );
}
