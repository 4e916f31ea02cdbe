/** The seed's calls with their child calls, recordings, transcriptions and feedback. */
import { bare, pretty } from '../phone.ts';
import { callPrice, recordingPrice, transcriptionPrice } from '../rates.ts';
import type { Values } from '../store.ts';
import { callerIdSid, numberSid } from './account.ts';
import { ACCOUNT, DOCUMENTED, plus, type SeedBuilder } from './builder.ts';
import { AGENTS, CUSTOMERS, NUMBERS, type Person } from './people.ts';

const CALLS = 96;
const DAYS = 75;
const TRANSCRIPTIONS = 12;
const RECORDED = 0.42;

const SAID: readonly [string, ...string[]] = [
  'Hello, my boiler is making a noise again. Could somebody have a look this week? Thank you.',
  'Hi, I would like to move my appointment to Friday afternoon, please call me back.',
  'Good morning, I have a question about the invoice from last month.',
  'Yes, everything works now. Please thank the technician from me.',
  'I am calling about the spare part. Has it arrived yet?',
];

/** The fields of a call that name its two ends. */
export const ends = (from: string, to: string): Values => ({
  ...{ from, to, fromFormatted: pretty(bare(from)), toFormatted: pretty(bare(to)) },
});

export interface Leg {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: string;
  readonly begun: Date;
  readonly seconds: number;
  readonly more?: Values;
}

export const addCall = (seed: SeedBuilder, { sid, from, to, direction, begun, seconds, more }: Leg): void =>
  seed.add('Call', [ACCOUNT], {
    ...{ sid, ...ends(from, to), direction, status: 'completed', duration: seconds, queueTime: 0 },
    ...{ dateCreated: begun, startTime: plus(begun, 3), endTime: plus(begun, 3 + seconds) },
    ...{ dateUpdated: plus(begun, 4 + seconds), price: callPrice(direction, to, seconds) },
    ...more,
  });

export const addRecording = (seed: SeedBuilder, call: Leg, sid: string, transcribed: boolean): void => {
  const begun = plus(call.begun, 4);
  const duration = call.seconds - 1;
  const ended = plus(begun, duration);
  seed.add('Recording', [ACCOUNT], {
    ...{ sid, callSid: call.sid, status: 'completed', duration, channels: seed.random.pick([1, 1, 2]) },
    ...{ source: call.direction === 'inbound' ? 'RecordVerb' : 'OutboundAPI', price: recordingPrice(duration) },
    ...{ mediaUrl: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid}` },
    ...{ startTime: begun, dateCreated: begun, dateUpdated: ended },
  });
  if (!transcribed) return;
  seed.add('Transcription', [ACCOUNT], {
    ...{ sid: seed.sid('TR'), recordingSid: sid, status: 'completed', type: 'fast', duration },
    ...{ transcriptionText: seed.random.pick(SAID), price: transcriptionPrice(duration) },
    ...{ dateCreated: plus(ended, 5), dateUpdated: plus(ended, 40) },
  });
};

/** The account's number that a customer would dial. */
const nearest = (seed: SeedBuilder, { number }: Person): Person => {
  const [american, british, german] = [NUMBERS.slice(0, 4), NUMBERS.slice(4, 6), NUMBERS.slice(6, 7)];
  const near = number.startsWith('+44') ? british : number.startsWith('+49') ? german : american;
  return seed.random.pick([near[0] ?? NUMBERS[0], ...near.slice(1)]);
};

export const addCalls = (seed: SeedBuilder): void => {
  const { random } = seed;
  let transcribed = 0;
  let recorded = 0;
  const record = (leg: Leg) => {
    const sid = recorded++ === 0 ? DOCUMENTED.recording : seed.sid('RE');
    addRecording(seed, leg, sid, leg.direction === 'inbound' && transcribed++ < TRANSCRIPTIONS);
  };

  for (let i = 0; i < CALLS; i++) {
    const begun = seed.daysAgo(DAYS - (i * (DAYS - 1)) / CALLS);
    const customer = random.pick(CUSTOMERS);
    const ours = nearest(seed, customer);
    const inbound = random.happens(0.6);
    const direction = inbound ? 'inbound' : 'outbound-api';
    const caller = inbound ? customer.number : random.happens(0.6) ? ours.number : random.pick(AGENTS).number;
    const to = inbound ? ours.number : customer.number;
    const sid = i === 40 ? DOCUMENTED.ratedCall : i === 70 ? DOCUMENTED.deletedCall : seed.sid('CA');
    const leg: Leg = { sid, from: caller, to, direction, begun, seconds: random.between(8, 600) };
    const more = {
      phoneNumberSid: inbound
        ? numberSid(to)
        : AGENTS.some((agent) => agent.number === caller)
          ? callerIdSid(caller)
          : null,
      callerName: inbound && ours === NUMBERS[0] ? customer.name.toUpperCase() : null,
      answeredBy: !inbound && random.happens(0.3) ? random.pick(['human', 'machine_start']) : null,
    };
    if (i === 40 || i === 70 || random.happens(0.84)) {
      addCall(seed, { ...leg, more });
      if (i === 40 || (leg.seconds > 20 && random.happens(RECORDED))) record(leg);
      if (i % 12 === 5) addRating(seed, leg);
    } else {
      const status = inbound ? 'no-answer' : random.pick(['no-answer', 'busy', 'failed', 'canceled']);
      const rung = { startTime: plus(begun, 1), endTime: plus(begun, random.between(2, 40)), queueTime: 0 };
      seed.add('Call', [ACCOUNT], {
        sid,
        ...ends(caller, to),
        direction,
        status,
        dateCreated: begun,
        ...rung,
        ...more,
      });
    }
    if (inbound && leg.seconds > 60 && random.happens(0.45)) addForwarded(seed, leg);
  }
};

/** A forwarded call: a second leg, dialled by the first. */
const addForwarded = (seed: SeedBuilder, parent: Leg): void => {
  const seconds = parent.seconds - 30;
  addCall(seed, {
    ...{ sid: seed.sid('CA'), from: parent.to, to: seed.random.pick(AGENTS).number, direction: 'outbound-dial' },
    ...{ begun: plus(parent.begun, 25), seconds, more: { parentCallSid: parent.sid } },
  });
};

const addRating = (seed: SeedBuilder, { sid, begun, seconds }: Leg): void => {
  const qualityScore = seed.random.between(2, 5);
  const issues = qualityScore < 4 ? [seed.random.pick(['audio-latency', 'imperfect-audio', 'dropped-call'])] : [];
  seed.add('CallFeedback', [ACCOUNT, sid], { sid, qualityScore, issues, dateCreated: plus(begun, seconds + 120) });
};
