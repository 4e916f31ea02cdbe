/** How the sound of a call is handed on while it lasts: the same for streams, SIPREC and live transcription. */
import { t } from '../../../../../model/index.ts';

export const tap = {
  sid: t.sid,
  accountSid: t.ref('Account'),
  callSid: t.ref('Call').about('The call that is listened to.'),
  name: t.string.about('Its name within the call, by which it can be stopped; null without one.'),
  status: t.enum('in-progress', 'stopped').about('Whether it still goes on.'),
  dateUpdated: t.dateTime,
  uri: t.omit,
};

/** It can be stopped by its name, which need not be known to us: TwiML may have started it. */
export const byName = [/^[\w-]+$/, 'the name that it was given: letters, digits, - and _'] as const;

export const source = {
  name: t.string.about('A name to stop it by; unique in the call.'),
  track: t
    .enum('inbound_track', 'outbound_track', 'both_tracks')
    .about('Which side is handed on: what Twilio hears, what it plays, or both.'),
};

export const stop = { status: t.enum('stopped').required.about('Ends it; it cannot be started again.') };
