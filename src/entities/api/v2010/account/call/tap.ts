/** Fields and inputs shared by streams, SIPREC sessions and real-time transcriptions. */
import { t } from '../../../../../model/index.ts';

export const tap = {
  sid: t.sid,
  accountSid: t.ref('Account').always,
  callSid: t.ref('Call').about('The call whose audio is used.'),
  name: t.string.about('Name by which it can be stopped, unique in the call; null if there is none.'),
  status: t.enum('in-progress', 'stopped').always.about('Whether it is in progress.'),
  dateUpdated: t.dateTime,
  uri: t.omit,
};

/** The name can be that of a stream which TwiML started. */
export const byName = [/^[\w-]+$/, 'its name: letters, digits, - and _'] as const;

export const source = {
  name: t.string.about('Name by which it can be stopped; unique in the call.'),
  track: t
    .enum('inbound_track', 'outbound_track', 'both_tracks')
    .about('Audio to use: `inbound_track` (received by Twilio), `outbound_track` (sent by Twilio) or both.'),
};

export const stop = { status: t.enum('stopped').required.about('Stops it. It cannot be started again.') };
