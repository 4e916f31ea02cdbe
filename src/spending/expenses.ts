/**
 * What a send or a paid read counts as, and a rough estimate of its price: the same that a dry run shows. The estimates
 * are constants of this file, rounded up from Twilio's public list prices of 2026 for one segment, a call of ten minutes,
 * one verification, a month of a number and one package of a lookup. They leave out most of what prices depend on: they
 * bound a day's damage, and are no bill.
 */
import { chargedIn, type Entity, productName, typeName } from '../model/index.ts';
import { MAX_BODY_LENGTH, segmentsOf } from '../twilio/sms.ts';
import type { Destination } from './destinations.ts';
import type { CountedKind } from './limits.ts';

/** US dollars, in North America and elsewhere. */
const ESTIMATES: Readonly<Record<CountedKind | 'other', readonly [near: number, far: number]>> = {
  messages: [0.01, 0.15],
  calls: [0.15, 1.5],
  verifications: [0.06, 0.2],
  numbers: [2.5, 20],
  other: [0.05, 0.05],
};
const NEAR: ReadonlySet<string> = new Set(['US', 'CA']);
const CALLS: ReadonlySet<string> = new Set([
  'Call',
  'Participant',
  'ConferenceParticipant',
  'ValidationRequest',
  'NumbersVoiceVerification',
]);
/** Their updates call somebody if they have an instruction. */
const RESERVATIONS: ReadonlySet<string> = new Set(['TaskReservation', 'WorkerReservation']);
/** Messages whose name or input does not say so. */
const MESSAGES: ReadonlySet<string> = new Set([
  'ConversationsV2Action',
  'NumbersSmsVerification',
  'SupersimSmsCommand',
  'MessagingBrandRegistrationOtp',
]);
/** What goes on with somebody, by messages or calls: it counts as one message, and costs as much as some. */
const STARTS: ReadonlySet<string> = new Set([
  'Execution',
  'StudioV1Execution',
  'StudioV1Engagement',
  'FlexChannel',
  'FlexInteraction',
]);
const START = 5;
/** Packages of a lookup, by the names of both versions. */
const LOOKUPS: Readonly<Record<string, number>> = {
  caller_name: 0.01,
  'caller-name': 0.01,
  carrier: 0.01,
  line_type_intelligence: 0.01,
  reassigned_number: 0.03,
  sms_pumping_risk: 0.03,
  identity_match: 0.3,
  pre_fill: 0.5,
};
/** Others, and add-ons. */
const OTHER_LOOKUP = 0.1;
/** Segments that cost as much as a message with media. */
const MEDIA = 3;
/** What a segment holds at least, if no character of more than two units is at its end. */
const SHORTEST_PART = 66;

type Input = Readonly<Record<string, unknown>>;

const kindOf = (entity: Entity, input: Input): CountedKind | undefined => {
  const type = typeName(entity);
  if (CALLS.has(type) || (RESERVATIONS.has(entity.name) && (input.instruction ?? '') !== '')) return 'calls';
  if (type === 'IncomingPhoneNumber') return 'numbers';
  if (productName(entity).startsWith('verify.')) return 'verifications';
  const isMessage =
    MESSAGES.has(type) || STARTS.has(type) || type.endsWith('Message') || entity.create?.body !== undefined;
  return isMessage ? 'messages' : undefined;
};

/** The text of a message; an action in a conversation has it deeper. */
const textOf = ({ body, payload }: Input): unknown =>
  body ?? (payload as { content?: { text?: unknown } } | undefined)?.content?.text;

/** Segments of the text, or what costs as much. */
const partsOf = (input: Input): number => {
  const { smartEncoded, mediaUrl, sendAsMms } = input;
  const body = textOf(input);
  const isMms = sendAsMms === true || (Array.isArray(mediaUrl) && mediaUrl.length > 0);
  const least = isMms ? MEDIA : 1;
  if (typeof body !== 'string' || body === '') return least;
  const isLong = body.length > MAX_BODY_LENGTH;
  const segments = isLong ? Math.ceil(body.length / SHORTEST_PART) : segmentsOf(body, smartEncoded === true).count;
  return Math.max(least, segments);
};

export interface Estimate {
  /** `undefined`: it only costs. */
  readonly kind: CountedKind | undefined;
  /** US dollars for each place. */
  readonly costs: readonly number[];
  /** Whether kind and all places are known, so that it is worth showing. */
  readonly isKnown: boolean;
}

/** Whether a place has the prices of its country. */
export const isUsual = (place: Destination | undefined): boolean =>
  place?.country !== undefined && place.special === undefined;

/** Of one part, in US dollars. */
export const costOf = (kind: CountedKind | undefined, place: Destination | undefined): number => {
  const [near, far] = ESTIMATES[kind ?? 'other'];
  const isNear = place === undefined || (isUsual(place) && NEAR.has(place.country ?? ''));
  return isNear ? near : far;
};

/** `places`: of each recipient, or of the number that is bought; `undefined` for an address that is no number. */
export const estimateOf = (entity: Entity, input: Input, places: readonly (Destination | undefined)[]): Estimate => {
  const kind = kindOf(entity, input);
  const parts = STARTS.has(typeName(entity)) ? START : kind === 'messages' ? partsOf(input) : 1;
  const costs = (places.length > 0 ? places : [undefined]).map((place) => costOf(kind, place) * parts);
  if (typeName(entity) === 'LookupQuery') return { kind, costs: [costOfQuery(input)], isKnown: false };
  return { kind, costs, isKnown: kind !== undefined && places.length > 0 && places.every(isUsual) };
};

const costOfLookup = (packages: readonly string[]): number =>
  packages.reduce((sum, name) => sum + (LOOKUPS[name] ?? OTHER_LOOKUP), 0);

/** Of many numbers, each with packages of its own. */
const costOfQuery = ({ phoneNumbers }: Input): number =>
  costOfLookup([phoneNumbers ?? []].flat().flatMap((each) => (each as { fields?: readonly string[] }).fields ?? []));

/** Of a fetch with these parameters. */
export const costOfFetch = (entity: Entity, params: Input): number => {
  const charged = chargedIn(entity);
  if (charged.length === 0) return ESTIMATES.other[0];
  return costOfLookup(
    charged.flatMap((name) => [params[name] ?? []].flat().flatMap((each) => String(each).split(','))),
  );
};
