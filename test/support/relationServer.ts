/** A server for relations from one product to another: what they ask of a stand-in Twilio that has just a few answers. */
import { serverWithStandIn } from './hooks.ts';

export type Answers = Readonly<Record<string, object>>;

/** A page of a product other than the core API. */
export const rest = (key: string, rows: readonly object[], next: string | null = null) => ({
  [key]: rows,
  meta: { key, next_page_url: next, page: 0, page_size: 50, first_page_url: '', previous_page_url: null, url: '' },
});

export const missing: [number, object] = [404, { code: 20404, message: 'not found', status: 404 }];

const said = (query: URLSearchParams) => {
  query.delete('PageSize');
  query.delete('pageSize');
  return query.size > 0 ? `?${query}` : '';
};

export const relationServer = async () => {
  const { twilio, server } = await serverWithStandIn();
  return {
    twilio,
    server,
    play: (answers: Answers) => twilio.play(({ path: asked }) => answers[asked] ?? missing),
    asked: () => twilio.seen.map(({ method, path: where, query }) => `${method} ${where}${said(query)}`),
  };
};
