/** Pages of lists in each of Twilio's forms. A page starts at a row, so that new rows do not shift it. */
import type { Paging } from '../model/index.ts';
import { invalid, TwilioError } from './errors.ts';
import { textsOf } from './parameters.ts';
import type { Row } from './store.ts';

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

const numberIn = (query: URLSearchParams, parameter: string, usual: number, least: number): number => {
  const text = query.get(parameter) || String(usual);
  if (!/^\d+$/.test(text) || Number(text) < least) throw invalid(parameter, `'${text}' must be a number from ${least}`);
  return Number(text);
};

/** `PA12`: the rows after row 12; `PB12`: the rows before it. */
const window = (rows: readonly Row[], token: string | null, page: number, size: number): [from: number, to: number] => {
  if (!token) return [page * size, page * size + size];
  const [, side, order] = /^P([AB])(\d+)$/.exec(token) ?? [];
  if (!side) throw new TwilioError(21481, 'Invalid PageToken');
  const anchor = rows.findIndex((row) => (side === 'A' ? row.order < Number(order) : row.order <= Number(order)));
  const at = anchor < 0 ? rows.length : anchor;
  return side === 'A' ? [at, at + size] : [Math.max(0, at - size), at];
};

/** How a list of a product is paged. */
export interface Frame {
  readonly paging: Paging;
  readonly maxPage: number;
  /** The name of the rows in the page. */
  readonly key: string;
  readonly host: string;
}

/** The requested page of a product: its rows, written by `show`, and what leads to the next one. */
export const framed = (
  rows: readonly Row[],
  query: URLSearchParams,
  path: string,
  { paging, maxPage, key, host }: Frame,
  show: (rows: readonly Row[]) => readonly unknown[],
): Readonly<Record<string, unknown>> => {
  if (paging === 'none') return { [key]: show(rows) };
  const asked = Number(textsOf(query, 'pageSize')[0] ?? PAGE_SIZE);
  if (!Number.isInteger(asked) || asked < 1) throw invalid('PageSize', 'must be a number from 1');
  const size = Math.min(asked, maxPage);
  const start = Number(query.get('startIndex') ?? 1) - 1;
  const token = textsOf(query, 'pageToken')[0] ?? null;
  const [from, to] = paging === 'scim' ? [start, start + size] : window(rows, token, 0, size);
  const shown = rows.slice(from, to);
  const last = shown.at(-1);
  const next = last && to < rows.length ? `PA${last.order}` : null;
  if (paging === 'scim')
    return { startIndex: from + 1, itemsPerPage: shown.length, totalResults: rows.length, Resources: show(shown) };
  if (paging === 'token') return { [key]: show(shown), meta: { key, pageSize: size, nextToken: next } };
  if (typeof paging === 'object') return { [key]: show(shown), [paging.token]: next };
  const url = (more: Readonly<Record<string, string>>) => {
    const params = new URLSearchParams(query);
    params.delete('PageToken');
    for (const [name, value] of Object.entries({ PageSize: String(size), ...more })) params.set(name, value);
    return `https://${host}${path}?${params}`;
  };
  const page = Number(query.get('Page') ?? 0);
  return {
    [key]: show(shown),
    meta: {
      ...{ key, page, page_size: size, url: url({}), first_page_url: url({ Page: '0' }), previous_page_url: null },
      next_page_url: next && url({ Page: String(page + 1), PageToken: next }),
    },
  };
};

/** The rows of the requested page of the core API, and the paging fields of the answer. */
export const pageOf = (rows: readonly Row[], query: URLSearchParams, path: string) => {
  const size = Math.min(numberIn(query, 'PageSize', PAGE_SIZE, 1), MAX_PAGE_SIZE);
  const page = numberIn(query, 'Page', 0, 0);
  const [from, to] = window(rows, query.get('PageToken'), page, size);
  const shown = rows.slice(from, to);
  const uri = (number: number, token?: string) => {
    const params = new URLSearchParams(query);
    params.delete('PageToken');
    params.set('PageSize', String(size));
    params.set('Page', String(number));
    if (token) params.set('PageToken', token);
    return `${path}?${params}`;
  };
  const first = shown[0];
  const last = shown.at(-1);
  const frame = {
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(0, shown.length - 1),
    uri: `${path}?${query.size > 0 ? query : `PageSize=${size}&Page=0`}`,
    first_page_uri: uri(0),
    next_page_uri: last && to < rows.length ? uri(page + 1, `PA${last.order}`) : null,
    previous_page_uri: first && from > 0 ? uri(Math.max(0, page - 1), `PB${first.order}`) : null,
  };
  return { shown, frame };
};
