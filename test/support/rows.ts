/** Rows as Twilio's api v2010 answers them, with just enough in them. */
import { ACCOUNT } from './server.ts';

/** A SID made of a prefix and a number: `sid('CA', 7)`. */
export const sid = (prefix: string, n = 1): string => `${prefix}${n.toString(16).padStart(32, '0')}`;
const root = `/2010-04-01/Accounts/${ACCOUNT}`;
/** The path of a resource below the account. */
export const path = (rest: string): string => `${root}/${rest}.json`;

type Row = Record<string, unknown>;
export const call = (n = 1, more: Row = {}): Row => ({
  sid: sid('CA', n),
  account_sid: ACCOUNT,
  status: 'completed',
  direction: 'inbound',
  from: '+15550100001',
  to: '+15550100002',
  start_time: 'Fri, 20 Nov 2026 10:00:00 +0000',
  end_time: 'Fri, 20 Nov 2026 10:01:30 +0000',
  duration: '90',
  price: '-0.00850',
  price_unit: 'USD',
  date_created: 'Fri, 20 Nov 2026 09:59:59 +0000',
  date_updated: 'Fri, 20 Nov 2026 10:01:30 +0000',
  ...more,
});
export const recording = (n = 1, more: Row = {}): Row => ({
  sid: sid('RE', n),
  account_sid: ACCOUNT,
  call_sid: sid('CA', n),
  duration: '12',
  status: 'completed',
  date_created: 'Fri, 20 Nov 2026 10:00:00 +0000',
  ...more,
});
export const message = (n = 1, more: Row = {}): Row => ({
  sid: sid('SM', n),
  account_sid: ACCOUNT,
  status: 'queued',
  direction: 'outbound-api',
  from: '+15550100001',
  to: '+15550100002',
  body: 'Hello',
  num_media: '0',
  num_segments: '1',
  price: null,
  date_created: 'Fri, 20 Nov 2026 10:00:00 +0000',
  ...more,
});
export const number = (n = 1, more: Row = {}): Row => ({
  sid: sid('PN', n),
  account_sid: ACCOUNT,
  phone_number: '+15550100002',
  friendly_name: 'A number',
  ...more,
});
/** A page of a list; `next` is the path and query of the following one. */
export const page = (key: string, rows: readonly Row[], next: string | null = null): Row => ({
  [key]: rows,
  page: 0,
  page_size: rows.length,
  start: 0,
  end: rows.length - 1,
  uri: '/',
  first_page_uri: '/',
  previous_page_uri: null,
  next_page_uri: next,
});
/** Twilio's error body. */
export const refusal = (code: number, text: string, status: number): [number, Row] => [
  status,
  { code, message: text, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
];

/** `count` calls, numbered from `from`. */
export const calls = (from: number, count: number) => Array.from({ length: count }, (_, i) => call(from + i));

/** The address of a page after the first. */
export const nextPage = (list: string, token: number | string): string =>
  `${path(list)}?PageSize=1000&PageToken=${token}`;
