/** What an application does with urql, and what it then has: two pages, figures, a message that was sent and deleted. */
import { createClient } from './client.ts';
import { BY_STATUS, DELETE, MESSAGE, MESSAGES, SEND } from './documents.ts';

export const run = async (url: string, input: { to: string; from: string; body: string }) => {
  const client = createClient(url);
  const page = async (after: string | null) => {
    const { data, error } = await client.query(MESSAGES, { first: 3, after });
    if (error) throw error;
    return data?.messages;
  };
  const first = await page(null);
  const both = await page(first?.pageInfo.endCursor ?? null);
  const figures = await client.query(BY_STATUS, {});
  const sent = await client.mutation(SEND, { input });
  const old = both?.edges.at(-1)?.node;
  const sid = old?.sid ?? '';
  await client.query(MESSAGE, { sid });
  const read = () => client.readQuery(MESSAGE, { sid })?.data?.message?.id;
  const before = read();
  const deleted = await client.mutation(DELETE, { sid });
  return {
    firstPage: first?.edges.map(({ node }) => node?.id),
    bothPages: both?.edges.map(({ node }) => node?.id),
    figures: figures.data?.messages?.aggregate,
    sent: sent.data?.messageCreate?.message?.body,
    old: old?.id,
    deletedId: deleted.data?.messageDelete?.deletedId,
    cached: { before, after: read() },
  };
};
