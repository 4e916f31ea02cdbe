/** Moments are read in Twilio's forms, in UTC whatever the zone of the process, and never as other moments than were sent. */
import { expect, test } from 'vitest';
import { momentIn } from '../../../../src/twilio/rows/moments.ts';
import { chance } from '../../../support/chance.ts';

process.env.TZ = 'Asia/Tokyo';

const { below } = chance(20260901);
const rfc2822 = (moment: Date) => moment.toUTCString().replace('GMT', '+0000');
const iso = (moment: Date) => moment.toISOString().replace('.000', '');

test.each([
  ['RFC 2822', rfc2822],
  ['ISO 8601', iso],
  ['ISO 8601 with milliseconds', (moment: Date) => moment.toISOString()],
])('random moments of %s', (_form, write) => {
  for (let round = 0; round < 2000; round++) {
    const moment = new Date(Date.UTC(below(9999), below(12), 1 + below(31), below(24), below(60), below(60)));
    expect(momentIn(write(moment)), write(moment)).toEqual(moment);
  }
});

test.each([
  ['2026-09-01T00:00:00', '2026-09-01T00:00:00.000Z'],
  ['2026-09-01 00:00:00', '2026-09-01T00:00:00.000Z'],
  ['2026-09-01 00:00:00 UTC', '2026-09-01T00:00:00.000Z'],
  ['2026-09-01', '2026-09-01T00:00:00.000Z'],
  ['2026-09-01T02:00:00+02:00', '2026-09-01T00:00:00.000Z'],
  ['2026-09-01T02:00:00.250-0730', '2026-09-01T09:30:00.000Z'],
  ['2026-09-01T00:00:00.123456Z', '2026-09-01T00:00:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['0000-02-29T00:00:00Z', '0000-02-29T00:00:00.000Z'],
  ['Tue, 1 Sep 2026 00:00:00 GMT', '2026-09-01T00:00:00.000Z'],
  ['Tue, 01 Sep 2026 00:00:00', '2026-09-01T00:00:00.000Z'],
  ['01 Sep 2026 02:00:00 +0200', '2026-09-01T00:00:00.000Z'],
])('%s is %s', (text, moment) => expect(momentIn(text)?.toISOString()).toBe(moment));

test.each([
  '2026-02-31T10:00:00Z',
  '2026-02-29',
  '1900-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-09-00T00:00:00Z',
  '2026-09-01T24:00:00Z',
  '2026-09-01T23:59:60Z',
  '2026-09-01T23:60:00Z',
  '2026-09-01T00:00:00+25:00',
  '2026-09-01T0x:00:00Z',
  '2026-09-01T00:00:00.12xZ',
  '2026-9-1T00:00:00Z',
  'Tue, 31 Nov 2026 10:00:00 +0000',
  'Sun, 29 Nov 2026 23:59:60 +0000',
  'Tue, 01 Foo 2026 00:00:00 +0000',
  'Tue, 1x Sep 2026 00:00:00 +0000',
  'Sep 1',
  'Sep 1 2026',
  '09/01/2026',
  '2026',
  '1788220800',
  '',
  ['2026-09-01T00:00:00Z'],
  1788220800,
  {},
  null,
])('%j is none', (raw) => expect(momentIn(raw)).toBeUndefined());
