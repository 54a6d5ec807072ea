import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Segments } from '../../src/renderer/components/segments.tsx';

test('a segment of which not all was counted says "5,000+", the others their number', () => {
  const page = renderToStaticMarkup(
    createElement(Segments, {
      label: 'Status',
      value: 'all',
      onChange: () => undefined,
      segments: [
        { value: 'all', label: 'All', count: 5_000, isMore: true },
        { value: 'new', label: 'New', count: 5_000, isMore: false },
        { value: 'packed', label: 'Packed', count: 1_234 },
        { value: 'none', label: 'None' },
      ],
    }),
  );
  expect([...page.matchAll(/<span[^>]*>([\d,+]+)<\/span>/g)].map(([, count]) => count)).toEqual([
    '5,000+',
    '5,000',
    '1,234',
  ]);
});
