/** Services. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

const settings = {
  inboundRequestUrl: t.url,
  inboundMethod: t.httpMethod,
  fallbackUrl: t.url,
  fallbackMethod: t.httpMethod,
  statusCallback: t.url,
  stickySender: t.boolean,
  mmsConverter: t.boolean,
  smartEncoding: t.boolean,
  scanMessageContent: t.enum('inherit', 'enable', 'disable'),
  fallbackToLongCode: t.boolean,
  areaCodeGeomatch: t.boolean,
  validityPeriod: t.int,
  synchronousValidation: t.boolean,
  usecase: t.string,
  useInboundWebhookOnNumber: t.boolean,
};

export const MessagingService = entity('MessagingService', {
  in: messaging,
  at: 'services',
  sid: 'MG',
  about: 'A pool of senders with shared settings for sending messages.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    inboundRequestUrl: t.url.about('URL called for each message to the service; null to drop them without a record.'),
    inboundMethod: t.httpMethod.about('HTTP method of `inboundRequestUrl`.'),
    fallbackUrl: t.url.about('URL called if `inboundRequestUrl` fails.'),
    fallbackMethod: t.httpMethod.about('HTTP method of `fallbackUrl`.'),
    statusCallback: t.url,
    stickySender: t.boolean.about('Whether a recipient always gets messages from the same number.'),
    mmsConverter: t.boolean.about('Whether media go out as links to recipients who cannot receive MMS.'),
    smartEncoding: t.boolean.about(
      'Whether characters such as curly quotes are replaced by plain ones, so that messages need fewer segments.',
    ),
    scanMessageContent: t
      .enum('inherit', 'enable', 'disable')
      .about('Whether Twilio scans messages for forbidden content; INHERIT follows the account.'),
    fallbackToLongCode: t.boolean
      .about('Whether a long number sends what a short code could not.')
      .deprecated('It has no effect any more.'),
    areaCodeGeomatch: t.boolean.about(
      "Whether a number with the recipient's area code is preferred as sender, in the US and Canada.",
    ),
    synchronousValidation: t.boolean.about('Reserved by Twilio: without effect.'),
    validityPeriod: t.int.about('Seconds that a message may wait to be sent, from 1 to 36,000; then it fails.'),
    url: t.omit,
    links: t.omit,
    usecase: t.string.about('What it is for, such as `marketing`, `notifications` or `undeclared`.'),
    usAppToPersonRegistered: t.boolean.about('Whether an A2P campaign is registered for the service.'),
    useInboundWebhookOnNumber: t.boolean.about(
      "Whether the number's own URL is called for incoming messages, instead of `inboundRequestUrl`.",
    ),
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    messages: t.many(
      'Message',
      { messagingServiceSid: 'sid' },
      'Messages that the service sent. Twilio does not list messages by service: all messages between the two moments are read.',
      { window: 'dateSent' },
    ),
    linkShorteningConfig: t.row(
      'MessagingServiceDomainConfig',
      ['sid'],
      'How its messages use the link-shortening domain; null if it has none.',
    ),
    domainAssociation: t.row(
      'LinkShorteningDomainAssociation',
      ['sid'],
      'The link-shortening domain that it uses; null if it has none.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required, ...settings },
  update: { friendlyName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
