import type { ReactNode } from 'react';
import { KeyList } from '../../../components/key-list.tsx';
import { SingleKeys } from '../../../components/single-keys.tsx';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';

/** Settings › Keys: whether single letters are any, and those that work on every screen. */
export function KeysSection(): ReactNode {
  return (
    <div className={look.page}>
      <h2 className={look.title}>{text.keys.title}</h2>
      <p className={look.what}>{text.keys.what}</p>
      <SingleKeys />
      <KeyList name="go" />
    </div>
  );
}
