/** The Twilio of the benchmark, in a process of its own: answers from memory, counts and stamps what it is asked. */
import { createServer } from 'node:http';
import { watchTurns } from './arrivals.mjs';

const NOON = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const MOST_ROWS = 10_000;
const rfc = (moment) => new Date(moment).toUTCString().replace('GMT', '+0000');
const sid = (prefix, n) => `${prefix}${n.toString(16).padStart(32, '0')}`;
const phone = (n) => `+1555${String(n).padStart(7, '0')}`;
const numberOf = (at) => Number.parseInt(at.slice(2), 16);

let settings = { delayMs: 0, distinctCalls: Number.POSITIVE_INFINITY };
/** The clock that all processes of a machine have in common. */
const now = () => Number(process.hrtime.bigint()) / 1e6;
let arrivals = [];
/** Connections that have brought a request, and since when arrivals are noted. */
const known = new WeakSet();
let watchedFrom = 0;
let turns;

const base = (account) => ({ account_sid: account, api_version: '2010-04-01' });
const call = (account, n) => ({
  ...base(account),
  sid: sid('CA', n),
  status: 'completed',
  direction: 'inbound',
  from: phone(n),
  to: phone(1),
  start_time: rfc(NOON - n * MINUTE),
  end_time: rfc(NOON - n * MINUTE + 50_000),
  date_created: rfc(NOON - n * MINUTE),
  date_updated: rfc(NOON - n * MINUTE + 50_000),
  duration: '50',
  price: '-0.00850',
  price_unit: 'USD',
  uri: `/2010-04-01/Accounts/${account}/Calls/${sid('CA', n)}.json`,
});
const recording = (account, n) => ({
  ...base(account),
  sid: sid('RE', n),
  call_sid: sid('CA', n % settings.distinctCalls),
  duration: '12',
  status: 'completed',
  source: 'RecordVerb',
  channels: 1,
  start_time: rfc(NOON - n * MINUTE + 10_000),
  date_created: rfc(NOON - n * MINUTE + 10_000),
  date_updated: rfc(NOON - n * MINUTE + 50_000),
  price: null,
  price_unit: 'USD',
  uri: `/2010-04-01/Accounts/${account}/Recordings/${sid('RE', n)}.json`,
});
const message = (account, n) => ({
  ...base(account),
  sid: sid('SM', n),
  body: `Your order ${n} is on its way and will be with you between nine and five.`,
  status: 'delivered',
  direction: 'outbound-api',
  from: phone(n % 100),
  to: phone(n),
  num_segments: '1',
  num_media: '0',
  date_created: rfc(NOON - n * MINUTE),
  date_sent: rfc(NOON - n * MINUTE + 1000),
  date_updated: rfc(NOON - n * MINUTE + 2000),
  price: '-0.00750',
  price_unit: 'USD',
  error_code: null,
  error_message: null,
  messaging_service_sid: null,
  uri: `/2010-04-01/Accounts/${account}/Messages/${sid('SM', n)}.json`,
  subresource_uris: { media: `/2010-04-01/Accounts/${account}/Messages/${sid('SM', n)}/Media.json` },
});
const number = (account, n) => ({
  ...base(account),
  sid: sid('PN', n),
  phone_number: phone(n),
  friendly_name: `Number ${n}`,
  voice_url: 'https://example.com/voice',
  sms_url: 'https://example.com/sms',
  capabilities: { voice: true, sms: true, mms: true, fax: false },
  date_created: rfc(NOON - n * MINUTE),
  date_updated: rfc(NOON - n * MINUTE),
  uri: `/2010-04-01/Accounts/${account}/IncomingPhoneNumbers/${sid('PN', n)}.json`,
});
const conference = (account, n) => ({
  ...base(account),
  sid: sid('CF', n),
  friendly_name: `Room ${n}`,
  status: 'completed',
  region: 'us1',
  date_created: rfc(NOON - n * MINUTE),
  date_updated: rfc(NOON - n * MINUTE),
  uri: `/2010-04-01/Accounts/${account}/Conferences/${sid('CF', n)}.json`,
});
const participant = (account, n, conferenceNumber) => ({
  account_sid: account,
  call_sid: sid('CA', (conferenceNumber * 2 + n) % 100),
  conference_sid: sid('CF', conferenceNumber),
  label: null,
  muted: false,
  hold: false,
  status: 'complete',
  start_conference_on_enter: true,
  date_created: rfc(NOON - conferenceNumber * MINUTE),
  date_updated: rfc(NOON - conferenceNumber * MINUTE),
  uri: `/2010-04-01/Accounts/${account}/Conferences/${sid('CF', conferenceNumber)}/Participants/x.json`,
});

const lists = {
  Calls: { key: 'calls', row: call, rows: 1000, time: ['StartTime', 'start_time'], equal: {} },
  Recordings: {
    key: 'recordings',
    row: recording,
    rows: 1000,
    time: ['DateCreated', 'date_created'],
    equal: { CallSid: 'call_sid' },
  },
  Messages: { key: 'messages', row: message, rows: MOST_ROWS, time: ['DateSent', 'date_sent'], equal: {} },
  IncomingPhoneNumbers: {
    key: 'incoming_phone_numbers',
    row: number,
    rows: 300,
    equal: { PhoneNumber: 'phone_number' },
  },
  Conferences: { key: 'conferences', row: conference, rows: 50, equal: {} },
  Participants: { key: 'participants', row: participant, rows: 2, equal: {} },
};

const made = new Map();
/** All rows of a list, made once; the rows with their JSON, in which the recipient of a message can be replaced. */
const rowsOf = (account, name, parent) => {
  const id = `${account} ${name} ${parent} ${settings.distinctCalls}`;
  if (!made.has(id)) {
    const { row, rows } = lists[name];
    const all = Array.from({ length: rows }, (_, n) => {
      const one = row(account, n, parent);
      const json = JSON.stringify(one);
      const at = name === 'Messages' ? json.indexOf(`"to":"`) + 6 : 0;
      return { row: one, json, head: json.slice(0, at), tail: json.slice(at + phone(0).length) };
    });
    made.set(id, all);
  }
  return made.get(id);
};

const LIST = /^\/2010-04-01\/Accounts\/(AC\w{32})\/(?:Conferences\/(CF\w{32})\/)?(\w+)\.json$/;
const ITEM = /^\/2010-04-01\/Accounts\/(AC\w{32})\/(\w+)\/(\w{2}[0-9a-f]{32})\.json$/;

const answer = (pathname, query) => {
  const item = ITEM.exec(pathname);
  if (item) return JSON.stringify(lists[item[2]].row(item[1], numberOf(item[3])));
  const [, account, conferenceSid, name] = LIST.exec(pathname);
  const { key, time, equal } = lists[name];
  let rows = rowsOf(account, name, conferenceSid && numberOf(conferenceSid));
  for (const [parameter, field] of Object.entries(equal))
    if (query.has(parameter)) rows = rows.filter(({ row }) => row[field] === query.get(parameter));
  if (time) {
    const [from, to] = [query.get(`${time[0]}>`), query.get(`${time[0]}<`)];
    if (from) rows = rows.filter(({ row }) => Date.parse(row[time[1]]) >= Date.parse(from));
    if (to) rows = rows.filter(({ row }) => Date.parse(row[time[1]]) <= Date.parse(to));
  }
  const size = Math.min(1000, Number(query.get('PageSize') ?? 50));
  const page = Number(query.get('Page') ?? 0);
  const part = rows.slice(page * size, (page + 1) * size);
  const recipient = name === 'Messages' && query.get('To');
  const jsons = part.map(({ json, head, tail }) => (recipient ? head + recipient + tail : json));
  const next = new URLSearchParams(query);
  next.set('PageSize', String(size));
  next.set('Page', String(page + 1));
  next.set('PageToken', `PA${page + 1}`);
  const nextUri = (page + 1) * size < rows.length ? `${pathname}?${next}` : null;
  const rest = {
    page,
    page_size: size,
    start: page * size,
    end: page * size + part.length - 1,
    uri: pathname,
    first_page_uri: pathname,
    previous_page_uri: null,
    next_page_uri: nextUri,
  };
  return `{"${key}":[${jsons.join()}],${JSON.stringify(rest).slice(1)}`;
};

const server = createServer((request, response) => {
  const to = now();
  // Node accepts one connection a turn: the first request of a connection may have waited for any number of turns.
  const isFirst = !known.has(request.socket);
  known.add(request.socket);
  arrivals.push({ from: isFirst ? watchedFrom : (turns?.since() ?? to), to });
  request.resume();
  const { pathname, searchParams } = new URL(request.url, 'http://upstream');
  const send = () => {
    let body = '{"code":20404,"message":"Not found","status":404}';
    let status = 404;
    try {
      body = answer(pathname, searchParams);
      status = 200;
    } catch {
      // Whatever it is not made for is not there.
    }
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };
  if (settings.delayMs > 0) setTimeout(send, settings.delayMs);
  else send();
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.PORT), '127.0.0.1');

process.on('message', ({ ask, ...more }) => {
  if (ask === 'reset') {
    settings = { delayMs: 0, distinctCalls: Number.POSITIVE_INFINITY, ...more };
    arrivals = [];
    watchedFrom = now();
    turns?.end();
    turns = settings.watch ? watchTurns(now) : undefined;
    process.send({});
  }
  if (ask === 'arrivals') process.send({ arrivals });
});
