import { z } from 'zod';
import type { SalesChannel } from '../domain/other-importer.ts';
import type { Client } from './client.ts';
import { StoreProblem } from './problem.ts';
import { everyV3Page } from './v3-list.ts';

const channelDto = z.object({
  name: z.string().nullish(),
  type: z.string().nullish(),
  platform: z.string().nullish(),
  status: z.string().nullish(),
});

/** Where the store sells and what is connected to it (bigcommerce.md §10); null where it is not told. Throws `StoreProblem`. */
export const listChannels = async (client: Client): Promise<SalesChannel[] | null> => {
  const channels: SalesChannel[] = [];
  try {
    for await (const rows of everyV3Page(client, { path: '/v3/channels', query: {} })) {
      for (const row of z.array(channelDto).parse(rows)) {
        const { name, type, platform, status } = row;
        channels.push({ name: name ?? '', type: type ?? '', platform: platform ?? '', status: status ?? '' });
      }
    }
    return channels;
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    if (error instanceof StoreProblem && isNotTold.has(error.kind)) return null;
    throw error;
  }
};

/** An older store, or a token without the permission: nobody can link then if that were a reason to refuse. */
const isNotTold: ReadonlySet<StoreProblem['kind']> = new Set(['scope_missing', 'not_found', 'rejected', 'unreadable']);
