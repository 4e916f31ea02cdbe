/** A page of a list in each of the forms that Twilio has: its rows, and the request for the next page. */
import { ApiError } from '../../errors.ts';
import type { Paging } from '../../model/index.ts';
import type { Input } from './page.ts';
import type { Json } from './row.ts';

const unreadable = (message: string) => new ApiError('UPSTREAM_UNREADABLE', message);
const silent = () => unreadable('Twilio answered a page that does not say whether there is a next one.');
const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

/** Names beside the rows in a page of api v2010. */
const ABOUT_THE_PAGE = /^(end|start|page|page_size|num_pages|total|uri|(first|last|next|previous)_page_uri|meta)$/;

const metaOf = (page: Json): Json => {
  const { meta } = page;
  return typeof meta === 'object' && meta !== null ? (meta as Json) : {};
};

/** Some products name the rows in `meta.key` otherwise than they are called in the page. */
const onlyArrayIn = (page: Json): unknown => {
  const [rows, ...others] = Object.values(page).filter(Array.isArray);
  return others.length === 0 ? rows : undefined;
};

export const listed = (page: Json): readonly unknown[] => {
  const { key = 'Resources' in page ? 'Resources' : undefined } = metaOf(page) as { key?: string };
  const name = key ?? Object.keys(page).find((each) => Array.isArray(page[each]) && !ABOUT_THE_PAGE.test(each));
  const rows = name === undefined || !(name in page) ? onlyArrayIn(page) : page[name];
  if (!Array.isArray(rows)) throw unreadable("Twilio's answer is not the list that was requested.");
  return rows;
};

/**
 * What leads to the next page of the list at `address`: an address, or a token that the same list takes. `undefined` after
 * the last page. A page that does not say whether there is a next one is an error, never the last.
 */
export const nextOf = (page: Json, paging: Paging, address: () => URL, params: Input = {}): string | undefined => {
  if (paging === 'none') return undefined;
  if (paging === 'scim') return nextOfScim(page, address(), params);
  if (paging === 'token') {
    if (!('meta' in page)) throw silent();
    return tokenIn(page, metaOf(page).nextToken);
  }
  if (typeof paging === 'object') return tokenIn(page, page[paging.token] ?? metaOf(page)[paging.token]);
  const named = 'next_page_uri' in page ? page.next_page_uri : metaOf(page).next_page_url;
  if (named === null || named === '') return undefined;
  if (typeof named !== 'string') throw silent();
  if (PATH.test(named)) return named;
  const base = address();
  const next = URL.canParse(named, base) ? new URL(named, base) : undefined;
  return next?.origin === base.origin ? next.pathname + next.search : named;
};
/** A path and query as they are in an address: nothing in it is written otherwise there. */
const PATH = /^(\/[\w-]+)+(\.json)?(\?[\w.~&=%+:-]*)?$/;

/** The whole address of a next page, which must be of the same list: another host, account or list is never called. */
export const pageAddress = (named: string, address: URL): string => {
  const next = URL.canParse(named, address) ? new URL(named, address) : undefined;
  const isSameList = address.pathname === '/' || (next && listPath(next) === listPath(address));
  if (next?.origin !== address.origin || !isSameList)
    throw unreadable('Twilio named a next page that is not of the same list; it was not called.');
  return next.href;
};
const listPath = ({ pathname }: URL): string => pathname.replace(/\.json$/, '');

/** A page of SCIM says where it starts. The next one is requested by its start, with the parameters of the list. */
const nextOfScim = (page: Json, { pathname }: URL, params: Input): string | undefined => {
  const { startIndex, itemsPerPage, totalResults } = page;
  const numbers = [startIndex, itemsPerPage, totalResults].map(Number);
  if (!numbers.every(Number.isSafeInteger)) throw silent();
  const [start = 1, size = 0, total = 0] = numbers;
  if (size === 0 || start + size > total) return undefined;
  const query = new URLSearchParams({ startIndex: String(start + size) });
  for (const [name, value] of Object.entries(params)) if (name !== 'pageSize') query.set(name, String(value));
  return `${pathname}?${query}`;
};

/** A page that names a next one in another form than this list has is not the last. */
const tokenIn = (page: Json, token: unknown): string | undefined => {
  if (isAbsent(token)) {
    const others = [page, metaOf(page)].flatMap((each) => Object.entries(each));
    if (others.some(([name, value]) => /^next/i.test(name) && !isAbsent(value))) throw silent();
    return undefined;
  }
  if (typeof token !== 'string') throw unreadable('The token of the next page is not text.');
  return token;
};

/** Whether the next page is requested by a token instead of an address. */
export const isByToken = (paging: Paging): boolean => paging === 'token' || typeof paging === 'object';

/** Whether the next page is counted off from the beginning of the list: rows that are deleted move it. */
export const isByOffset = (next: string): boolean =>
  /[?&](page|startindex)=\d/i.test(next) && !/[?&]\w*token=/i.test(next);
