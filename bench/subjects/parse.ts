import { runSubject } from './subject.ts';

/** The yardstick: `JSON.parse` of every page, and nothing done with it. */
await runSubject(() => (pages) => {
  for (let index = 0; index < pages.count; index++) JSON.parse(pages.text(index));
});
