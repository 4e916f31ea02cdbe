/** Messages: validation of senders and recipients, scheduling, redaction and deletion. */
import { DAY, SECOND } from '../clock.ts';
import { invalid, TwilioError } from '../errors.ts';
import { poolOf, sendMessage } from '../lifecycle.ts';
import { bare, channelOf, isNumber, ownedNumber } from '../phone.ts';
import { segmentsOf } from '../rates.ts';
import type { Rule, Scene } from '../rule.ts';
import type { Row, Values } from '../store.ts';

/** The sender of Twilio's WhatsApp sandbox. */
const WHATSAPP_SANDBOX = 'whatsapp:+14155238886';
const MAX_BODY = 1600;
const MAX_MEDIA = 10;

/** Twilio's magic numbers for tests; each is refused with its own error. */
const RECIPIENTS: Readonly<Record<string, readonly [number, string]>> = {
  '+15005550001': [21211, "The 'To' number +15005550001 is not a valid phone number."],
  '+15005550002': [21612, "The message cannot be sent with this combination of 'To' and 'From'."],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region of the To number.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
};
const SENDERS: Readonly<Record<string, readonly [number, string]>> = {
  '+15005550001': [
    21212,
    "The 'From' number +15005550001 is not a valid phone number, shortcode, or alphanumeric sender ID.",
  ],
  '+15005550007': [
    21606,
    "The 'From' phone number provided (+15005550007) is not a valid message-capable Twilio number.",
  ],
  '+15005550008': [21611, "This 'From' number has exceeded the maximum number of queued messages"],
};
const TEST_SENDER = '+15005550006';

const refuse = (reason: readonly [number, string] | undefined): void => {
  if (reason) throw new TwilioError(...reason);
};

const checkRecipient = (to: string): void => {
  refuse(RECIPIENTS[to]);
  // The WhatsApp example in Twilio's documentation masks its last digits with asterisks; it must work unchanged.
  if (!isNumber(bare(to).replaceAll('*', '0')))
    throw new TwilioError(21211, `The 'To' number ${to} is not a valid phone number.`);
};

const checkSender = ({ world, parents: [account = ''] }: Scene, from: string, to: string): void => {
  refuse(SENDERS[from]);
  if (from === to) throw new TwilioError(21266, "'To' and 'From' number cannot be the same");
  const channel = channelOf(from);
  if (channel !== channelOf(to))
    throw new TwilioError(21910, 'Invalid From and To pair. From and To should be of the same channel');
  if (channel) {
    if (from !== WHATSAPP_SANDBOX && !ownedNumber(world, account, bare(from)))
      throw new TwilioError(63007, 'Twilio could not find a Channel with the specified From address');
    return;
  }
  const isName = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(from);
  if (isName || from === TEST_SENDER || ownedNumber(world, account, from)) return;
  if (!/^\+?\d+$/.test(from))
    throw new TwilioError(
      21212,
      `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`,
    );
  throw new TwilioError(
    21606,
    `The 'From' phone number provided (${from}) is not a valid message-capable Twilio number.`,
  );
};

const checkSchedule = ({ sendAt, messagingServiceSid }: Values, now: Date): void => {
  if (!(sendAt instanceof Date)) throw new TwilioError(35111, 'SendAt parameter is required with ScheduleType');
  if (!messagingServiceSid) throw new TwilioError(35118, 'MessagingServiceSid is required to schedule a message');
  const ahead = sendAt.getTime() - now.getTime();
  if (ahead < 300 * SECOND || ahead > 35 * DAY)
    throw new TwilioError(35114, 'SendAt time must be between 300 seconds and 35 days in the future');
};

const isFinished = (row: Row): boolean =>
  !['queued', 'sending', 'sent', 'accepted', 'scheduled', 'receiving'].includes(String(row.values.status));

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\.png$/i, 'image/png'],
  [/\.gif$/i, 'image/gif'],
  [/\.mp4$/i, 'video/mp4'],
  [/\.pdf$/i, 'application/pdf'],
];

export const Message: Rule = {
  codes: {
    to: [21604, "A 'To' phone number is required."],
    from: [21603, "A 'From' phone number is required."],
    body: [21602, 'Message body is required.'],
    mediaUrl: [21620, 'Invalid media URL(s)'],
    statusCallback: [21609, "Invalid 'StatusCallback'"],
  },
  create(input, scene) {
    const { world } = scene;
    const to = String(input.to);
    const body = String(input.body ?? '');
    const media = [input.mediaUrl ?? []].flat();
    checkRecipient(to);
    if (input.from) checkSender(scene, String(input.from), to);
    else if (poolOf(world, input.messagingServiceSid)?.length === 0)
      throw new TwilioError(21703, 'The Messaging Service does not have a phone number available to send a message');
    if (body.length > MAX_BODY)
      throw new TwilioError(21617, 'The concatenated message body exceeds the 1600 character limit');
    if (media.length > MAX_MEDIA) throw new TwilioError(21623, 'Number of media files exceeds allowed limit');
    if (input.scheduleType) checkSchedule(input, world.clock.now);
    const mms = (media.length > 0 || input.sendAsMms === true) && !channelOf(to);
    return {
      sid: world.newSid(mms ? 'MM' : 'SM'),
      body,
      numMedia: media.length,
      numSegments: input.from ? segmentsOf(body) : 0,
      direction: 'outbound-api',
      status: input.scheduleType ? 'scheduled' : input.from ? 'queued' : 'accepted',
    };
  },
  begin(row, { world }) {
    for (const url of [row.values.mediaUrl ?? []].flat()) {
      const kind = KINDS.find(([ending]) => ending.test(new URL(String(url)).pathname))?.[1] ?? 'image/jpeg';
      world.make('Media', [...row.parents, row.key], { contentType: kind });
    }
    if (row.values.status !== 'scheduled') return sendMessage(world, row);
    world.clock.at((row.values.sendAt as Date).getTime(), () => {
      if (row.gone || row.values.status !== 'scheduled') return;
      world.change(row, { status: 'queued' });
      sendMessage(world, row);
    });
  },
  update(row, input) {
    if (input.body !== undefined && input.body !== '') throw invalid('Body', 'a text can only be blanked');
    if (input.body === '' && !isFinished(row))
      throw new TwilioError(20009, 'Cannot redact this message before it is complete', 409);
    if (input.status && row.values.status !== 'scheduled')
      throw new TwilioError(30409, `Message ${row.key} is ${row.values.status}; only a scheduled one can be canceled`);
    return {};
  },
  remove(row, { world }) {
    if (!isFinished(row)) throw new TwilioError(20009, 'Cannot delete this resource before it is complete', 409);
    world.store.remove(row);
  },
};

export const MessageFeedback: Rule = {
  statuses: { create: 200 },
  create: ({ outcome }) => ({ outcome: outcome ?? 'confirmed' }),
};
