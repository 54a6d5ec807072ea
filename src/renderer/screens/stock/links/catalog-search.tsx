import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import field from '../../../components/field.module.css';
import { text } from '../../../text.ts';

/** Every word typed is looked for in the whole catalogue, so a word is waited for. */
const settleMs = 150;

/** Searches the copy of BigCommerce's catalogue. Esc clears it first, and leaves only when it is empty. */
export function CatalogSearch({ onSearch }: { readonly onSearch: (search: string) => void }): ReactNode {
  const [typed, setTyped] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), settleMs);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || typed === '') return;
    event.preventDefault();
    setTyped('');
  };

  return (
    <input
      className={field.field}
      type="text"
      inputMode="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      aria-label={text.links.searchThere}
      placeholder={text.links.searchThere}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
