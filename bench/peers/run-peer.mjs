import { runSubject } from '../subjects/subject.ts';

/**
 * Runs this process as a peer: `open` is not timed; each page is parsed and given to `savePage`, which resolves once the
 * page is as durable as the peer makes it; `close` is timed too.
 */
export const runPeer = (open) =>
  runSubject(async ({ work }) => {
    const { savePage, close } = await open(work);
    return async (pages) => {
      for (let index = 0; index < pages.count; index++) await savePage(JSON.parse(pages.text(index)));
      await close();
    };
  });
