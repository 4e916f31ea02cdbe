/** A page of a list in each of the forms that Twilio has: its rows, and how the next page is asked for. */
import { ApiError } from '../../errors.ts';
import type { Paging } from '../../model/index.ts';
import type { Json } from './row.ts';

const unreadable = (message: string) => new ApiError('UPSTREAM_UNREADABLE', message);

/** Names beside the rows in a page of api v2010. */
const ABOUT_THE_PAGE = /^(end|start|page|page_size|num_pages|total|uri|(first|last|next|previous)_page_uri|meta)$/;

const metaOf = (page: Json): Json => {
  const { meta } = page;
  return typeof meta === 'object' && meta !== null ? (meta as Json) : {};
};

export const listed = (page: Json): readonly unknown[] => {
  const { key } = metaOf(page) as { key?: string };
  const name = key ?? Object.keys(page).find((each) => Array.isArray(page[each]) && !ABOUT_THE_PAGE.test(each));
  const rows = name === undefined ? undefined : page[name];
  if (!Array.isArray(rows)) throw unreadable("Twilio's answer is not the list that was requested.");
  return rows;
};

/** What leads to the next page: an address, or a token that the same list takes. `undefined` after the last page. */
export const nextOf = (page: Json, paging: Paging, base: string): string | undefined => {
  if (paging === 'none') return undefined;
  if (paging === 'token') return tokenIn(metaOf(page).nextToken);
  if (typeof paging === 'object') return tokenIn(page[paging.token] ?? metaOf(page)[paging.token]);
  const address = page.next_page_uri ?? metaOf(page).next_page_url;
  if (typeof address !== 'string' || address === '') return undefined;
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url?.hostname.endsWith('.twilio.com'))
    throw unreadable('Twilio named a next page that is not on its own host; it was not called.');
  return url.pathname + url.search;
};

const tokenIn = (token: unknown): string | undefined => {
  if (token === undefined || token === null || token === '') return undefined;
  if (typeof token !== 'string') throw unreadable('Twilio named a next page by something that is no token.');
  return token;
};

/** Whether the next page is asked for by a token instead of an address. */
export const isByToken = (paging: Paging): boolean => paging === 'token' || typeof paging === 'object';
