/** Interactions of a session. */
import { entity, t } from '../../../../../model/index.ts';
import { ProxySession } from '../session.ts';

export const ProxyInteraction = entity('ProxyInteraction', {
  in: ProxySession,
  at: 'interactions',
  sid: 'KI',
  about: 'A call or message that passed through a session.',
  fields: {
    sid: t.sid,
    sessionSid: t.ref('ProxySession'),
    serviceSid: t.ref('ProxyService'),
    accountSid: t.ref('Account'),
    data: t.string.pii.about("JSON text: the message's `body`, or the call's `duration` in seconds."),
    type: t.enum('message', 'voice', 'unknown'),
    inboundParticipantSid: t.ref('ProxyParticipant').about('SID (KP…) of the participant who called or wrote.'),
    inboundResourceSid: t
      .refByPrefix({ CA: 'Call', SM: 'Message', MM: 'Message' })
      .about('SID of the call or message that came in.'),
    inboundResourceStatus: t
      .enum(
        'accepted',
        'answered',
        'busy',
        'canceled',
        'completed',
        'deleted',
        'delivered',
        'delivery-unknown',
        'failed',
        'in-progress',
        'initiated',
        'no-answer',
        'queued',
        'received',
        'receiving',
        'ringing',
        'scheduled',
        'sending',
        'sent',
        'undelivered',
        'unknown',
      )
      .about('Status of the call or message that came in.'),
    inboundResourceType: t.string.about('`Call` or `Message`.'),
    inboundResourceUrl: t.url.about("Twilio's URL of the call or message that came in."),
    outboundParticipantSid: t.ref('ProxyParticipant').about('SID (KP…) of the participant who was reached.'),
    outboundResourceSid: t
      .refByPrefix({ CA: 'Call', SM: 'Message', MM: 'Message' })
      .about('SID of the call or message that went out.'),
    outboundResourceStatus: t
      .enum(
        'accepted',
        'answered',
        'busy',
        'canceled',
        'completed',
        'deleted',
        'delivered',
        'delivery-unknown',
        'failed',
        'in-progress',
        'initiated',
        'no-answer',
        'queued',
        'received',
        'receiving',
        'ringing',
        'scheduled',
        'sending',
        'sent',
        'undelivered',
        'unknown',
      )
      .about('Status of the call or message that went out.'),
    outboundResourceType: t.string.about('`Call` or `Message`.'),
    outboundResourceUrl: t.url.about("Twilio's URL of the call or message that went out."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
