/** The seed's conferences and queues: one meeting under way, two that are over, and two callers on hold. */
import { recordingPrice } from '../rates.ts';
import { numberSid } from './account.ts';
import { ends } from './calls.ts';
import { AGENTS, CUSTOMERS, NUMBERS, type Person } from './people.ts';
import { ACCOUNT, type Planter, plus } from './plant.ts';

/** A call that is on the line right now. */
const layLiveCall = (planter: Planter, { number }: Person, begun: Date): string => {
  const sid = planter.sid('CA');
  const to = NUMBERS[0].number;
  planter.lay('Call', [ACCOUNT], {
    ...{ sid, ...ends(number, to), direction: 'inbound', status: 'in-progress', queueTime: 0 },
    ...{ phoneNumberSid: numberSid(to), dateCreated: begun, startTime: plus(begun, 2) },
  });
  return sid;
};

const layParticipant = (planter: Planter, conference: string, minutes: number, who: Person, more: object): void => {
  const begun = planter.minutesAgo(minutes);
  planter.lay('Participant', [ACCOUNT, conference], {
    ...{ callSid: layLiveCall(planter, who, begun), status: 'connected', startConferenceOnEnter: true },
    ...{ dateCreated: plus(begun, 5), ...more },
  });
};

const layPastConference = (planter: Planter, friendlyName: string, days: number, seconds: number): string => {
  const sid = planter.sid('CF');
  const begun = planter.daysAgo(days);
  planter.lay('Conference', [ACCOUNT], {
    ...{ sid, friendlyName, status: 'completed', region: 'us1', reasonConferenceEnded: 'last-participant-left' },
    ...{ dateCreated: begun, dateUpdated: plus(begun, seconds) },
  });
  const recording = planter.sid('RE');
  planter.lay('Recording', [ACCOUNT], {
    ...{ sid: recording, conferenceSid: sid, status: 'completed', duration: seconds, channels: 1 },
    ...{ source: 'StartConferenceRecordingAPI', price: recordingPrice(seconds), startTime: begun },
    ...{ mediaUrl: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${recording}` },
    ...{ dateCreated: begun, dateUpdated: plus(begun, seconds) },
  });
  return sid;
};

export const layRooms = (planter: Planter): void => {
  layPastConference(planter, 'Weekly review', 12, 1860);
  layPastConference(planter, 'Weekly review', 5, 2145);

  const conference = planter.sid('CF');
  planter.lay('Conference', [ACCOUNT], {
    ...{ sid: conference, friendlyName: 'Stand-up', status: 'in-progress', region: 'us1' },
    dateCreated: planter.minutesAgo(9),
  });
  const [lead, mechanic, london] = [AGENTS[0], AGENTS[1] ?? AGENTS[0], AGENTS[2] ?? AGENTS[0]];
  layParticipant(planter, conference, 9, lead, { label: 'lead', endConferenceOnExit: true });
  layParticipant(planter, conference, 8, mechanic, { label: 'workshop', muted: true });
  layParticipant(planter, conference, 7, london, { hold: true });

  const support = planter.sid('QU');
  planter.lay('Queue', [ACCOUNT], {
    sid: support,
    friendlyName: 'support',
    maxSize: 100,
    dateCreated: planter.daysAgo(150),
  });
  planter.lay('Queue', [ACCOUNT], {
    ...{ sid: planter.sid('QU'), friendlyName: 'sales', maxSize: 20, dateCreated: planter.daysAgo(140) },
  });
  for (const [i, who] of [CUSTOMERS[3], CUSTOMERS[7]].entries()) {
    const begun = planter.minutesAgo(4 - 2 * i);
    const callSid = layLiveCall(planter, who ?? CUSTOMERS[0], begun);
    planter.lay('Member', [ACCOUNT, support], { callSid, dateEnqueued: plus(begun, 10), dateCreated: plus(begun, 10) });
  }
};
