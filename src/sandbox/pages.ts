/** Paging as in api v2010. A page starts at a row, so that new rows do not shift it. */
import { invalid, TwilioError } from './errors.ts';
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

/** The rows of the requested page, and the paging fields of the answer. */
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
