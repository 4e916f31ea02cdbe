/** Services. */
import { entity, t } from '../../../model/index.ts';
import { proxy } from './product.ts';

const settings = {
  defaultTtl: t.int,
  callbackUrl: t.url,
  geoMatchLevel: t.enum('area-code', 'overlay', 'radius', 'country'),
  numberSelectionBehavior: t.enum('avoid-sticky', 'prefer-sticky'),
  interceptCallbackUrl: t.url,
  outOfSessionCallbackUrl: t.url,
  chatInstanceSid: t.sid,
};

export const ProxyService = entity('ProxyService', {
  in: proxy,
  at: 'services',
  sid: 'KS',
  alias: 'uniqueName',
  about: "A pool of numbers and sessions that mask people's phone numbers.",
  fields: {
    sid: t.sid,
    uniqueName: t.string.about(
      'Your own name of the service, at most 191 characters. It can stand in place of its SID.',
    ),
    accountSid: t.ref('Account'),
    chatInstanceSid: t
      .ref('ChatService', 'chatService')
      .about('SID (IS…) of the chat service that the Proxy service writes messages to; null if none.'),
    callbackUrl: t.url.about("URL to which Twilio reports changes of an interaction's status."),
    defaultTtl: t.int.about(
      'Seconds without an interaction after which a session closes, unless it says otherwise. 0: never.',
    ),
    numberSelectionBehavior: t
      .enum('avoid-sticky', 'prefer-sticky')
      .about('Whether a participant keeps the number of an earlier session, if that is possible.'),
    geoMatchLevel: t
      .enum('area-code', 'overlay', 'radius', 'country')
      .about("How close the chosen number must be to the participant's own."),
    interceptCallbackUrl: t.url.about('URL called before each interaction. A response with status 403 blocks it.'),
    outOfSessionCallbackUrl: t.url.about(
      'URL called when someone calls or writes to a number without an open session.',
    ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { uniqueName: t.string.required, ...settings },
  update: { uniqueName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
