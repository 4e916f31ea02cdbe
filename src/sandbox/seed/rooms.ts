/** The seed's conferences and queues: one running conference, two completed ones, and two waiting callers. */
import { recordingPrice } from '../rates.ts';
import { numberSid } from './account.ts';
import { ACCOUNT, plus, type SeedBuilder } from './builder.ts';
import { ends } from './calls.ts';
import { AGENTS, CUSTOMERS, NUMBERS, type Person } from './people.ts';

/** A call in progress. */
const addLiveCall = (seed: SeedBuilder, { number }: Person, begun: Date): string => {
  const sid = seed.sid('CA');
  const to = NUMBERS[0].number;
  seed.add('Call', [ACCOUNT], {
    ...{ sid, ...ends(number, to), direction: 'inbound', status: 'in-progress', queueTime: 0 },
    ...{ phoneNumberSid: numberSid(to), dateCreated: begun, startTime: plus(begun, 2) },
  });
  return sid;
};

const addParticipant = (seed: SeedBuilder, conference: string, minutes: number, who: Person, more: object): void => {
  const begun = seed.minutesAgo(minutes);
  seed.add('Participant', [ACCOUNT, conference], {
    ...{ callSid: addLiveCall(seed, who, begun), status: 'connected', startConferenceOnEnter: true },
    ...{ dateCreated: plus(begun, 5), ...more },
  });
};

const addPastConference = (seed: SeedBuilder, friendlyName: string, days: number, seconds: number): string => {
  const sid = seed.sid('CF');
  const begun = seed.daysAgo(days);
  seed.add('Conference', [ACCOUNT], {
    ...{ sid, friendlyName, status: 'completed', region: 'us1', reasonConferenceEnded: 'last-participant-left' },
    ...{ dateCreated: begun, dateUpdated: plus(begun, seconds) },
  });
  const recording = seed.sid('RE');
  seed.add('Recording', [ACCOUNT], {
    ...{ sid: recording, conferenceSid: sid, status: 'completed', duration: seconds, channels: 1 },
    ...{ source: 'StartConferenceRecordingAPI', price: recordingPrice(seconds), startTime: begun },
    ...{ mediaUrl: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${recording}` },
    ...{ dateCreated: begun, dateUpdated: plus(begun, seconds) },
  });
  return sid;
};

export const addRooms = (seed: SeedBuilder): void => {
  addPastConference(seed, 'Weekly review', 12, 1860);
  addPastConference(seed, 'Weekly review', 5, 2145);

  const conference = seed.sid('CF');
  seed.add('Conference', [ACCOUNT], {
    ...{ sid: conference, friendlyName: 'Stand-up', status: 'in-progress', region: 'us1' },
    dateCreated: seed.minutesAgo(9),
  });
  const [lead, mechanic, london] = [AGENTS[0], AGENTS[1] ?? AGENTS[0], AGENTS[2] ?? AGENTS[0]];
  addParticipant(seed, conference, 9, lead, { label: 'lead', endConferenceOnExit: true });
  addParticipant(seed, conference, 8, mechanic, { label: 'workshop', muted: true });
  addParticipant(seed, conference, 7, london, { hold: true });

  const support = seed.sid('QU');
  seed.add('Queue', [ACCOUNT], {
    sid: support,
    friendlyName: 'support',
    maxSize: 100,
    dateCreated: seed.daysAgo(150),
  });
  seed.add('Queue', [ACCOUNT], {
    ...{ sid: seed.sid('QU'), friendlyName: 'sales', maxSize: 20, dateCreated: seed.daysAgo(140) },
  });
  for (const [i, who] of [CUSTOMERS[3], CUSTOMERS[7]].entries()) {
    const begun = seed.minutesAgo(4 - 2 * i);
    const callSid = addLiveCall(seed, who ?? CUSTOMERS[0], begun);
    seed.add('Member', [ACCOUNT, support], { callSid, dateEnqueued: plus(begun, 10), dateCreated: plus(begun, 10) });
  }
};
