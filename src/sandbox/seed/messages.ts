/** The seed's messages: reminders and replies, pictures, some WhatsApp, and some failures. */
import { messagePrice, segmentsOf } from '../rates.ts';
import { SUBACCOUNT } from './account.ts';
import { ACCOUNT, DOCUMENTED, plus, type SeedBuilder } from './builder.ts';
import { CUSTOMERS, NUMBERS, type Person, SUBACCOUNT_NUMBER } from './people.ts';

const CONVERSATIONS = 62;
const DAYS = 60;
const WHATSAPP = 'whatsapp:+14155238886';

const REMINDERS: readonly [string, ...string[]] = [
  'your appointment is tomorrow at 10:00. Reply C to confirm or R to reschedule.',
  'our technician is on the way and should be with you in about 30 minutes.',
  'your repair is finished. You can pick it up from 9 to 18 o’clock.',
  'the part that you ordered has arrived. Call us to agree on a day.',
  'how satisfied were you with our visit? Reply with a number from 1 to 5.',
];
const ANSWERS: readonly [string, ...string[]] = [
  'C',
  'R',
  'Thanks!',
  '5',
  '4',
  'Can we move it to Friday?',
  'See you then 👍',
];
const FAILURES: readonly [readonly [string, number, string], ...(readonly [string, number, string])[]] = [
  ['undelivered', 30003, 'Unreachable destination handset'],
  ['undelivered', 30005, 'Unknown destination handset'],
  ['failed', 30007, 'Message filtered'],
];

interface Text {
  readonly account?: string;
  readonly sid?: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly at: Date;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  readonly media?: number;
  readonly failure?: readonly [string, number, string] | undefined;
}

export const addMessage = (seed: SeedBuilder, text: Text): void => {
  const { account = ACCOUNT, from, to, body, at, direction, media = 0, failure } = text;
  const sid = text.sid ?? seed.sid(media > 0 ? 'MM' : 'SM');
  const inbound = direction === 'inbound';
  const segments = segmentsOf(body);
  const [status, errorCode = null, errorMessage = null] = failure ?? [inbound ? 'received' : 'delivered'];
  seed.add('Message', [account], {
    ...{ sid, from, to, body, direction, status, errorCode, errorMessage, numMedia: media, numSegments: segments },
    ...{ price: status === 'failed' ? null : messagePrice(to, segments, media) },
    ...{ dateCreated: at, dateSent: plus(at, 1), dateUpdated: plus(at, 4) },
  });
  for (let i = 0; i < media; i++)
    seed.add('Media', [account, sid], {
      ...{ sid: seed.sid('ME'), contentType: seed.random.pick(['image/jpeg', 'image/jpeg', 'image/png']) },
      dateCreated: at,
    });
};

/** The account's number that sends messages to a customer. */
const senderFor = ({ number }: Person): string =>
  (number.startsWith('+1') ? NUMBERS[7] : NUMBERS[5])?.number ?? NUMBERS[0].number;

export const addMessages = (seed: SeedBuilder): void => {
  const { random } = seed;
  for (let i = 0; i < CONVERSATIONS; i++) {
    const customer = random.pick(CUSTOMERS);
    const whatsapp = random.happens(0.08);
    const [ours, theirs] = whatsapp
      ? [WHATSAPP, `whatsapp:${customer.number}`]
      : [senderFor(customer), customer.number];
    const at = seed.daysAgo(DAYS - (i * (DAYS - 1)) / CONVERSATIONS);
    const documented = i === 30;
    const failure = !documented && !whatsapp && random.happens(0.09) ? random.pick(FAILURES) : undefined;
    const body = `Hi ${customer.name.split(' ')[0]}, ${random.pick(REMINDERS)}`;
    const sid = documented ? { sid: DOCUMENTED.message } : {};
    addMessage(seed, { ...sid, from: ours, to: theirs, body, at, direction: 'outbound-api', failure });
    if (failure || random.happens(0.3)) continue;
    const picture = !whatsapp && random.happens(0.2);
    const said = picture ? 'This is what it looks like' : random.pick(ANSWERS);
    const answered = plus(at, random.between(40, 3000));
    addMessage(seed, {
      ...{
        from: theirs,
        to: ours,
        body: said,
        at: answered,
        direction: 'inbound',
        media: picture ? random.between(1, 2) : 0,
      },
    });
    if (random.happens(0.4))
      addMessage(seed, {
        ...{ from: ours, to: theirs, body: 'Thank you, we have noted it.', at: plus(answered, 3) },
        direction: 'outbound-reply',
      });
  }
  for (let i = 0; i < 6; i++) {
    const { number, name } = random.pick(CUSTOMERS);
    addMessage(seed, {
      ...{ account: SUBACCOUNT, from: SUBACCOUNT_NUMBER.number, to: number, direction: 'outbound-api' },
      ...{ body: `Hi ${name.split(' ')[0]}, the pop-up store is open until 20:00.`, at: seed.daysAgo(40 - 6 * i) },
    });
  }
};
