/** Users. */
import { entity, t } from '../../../model/index.ts';
import { frontline } from './product.ts';

export const FrontlineUser = entity('FrontlineUser', {
  in: frontline,
  at: 'users',
  sid: 'US',
  about: 'A sales person who uses the Frontline mobile app.',
  fields: {
    sid: t.ref('ConversationsUser'),
    identity: t.string.pii.about(
      'Who it is, as your identity provider says: often a user name or email address. Case-sensitive.',
    ),
    friendlyName: t.string.pii,
    avatar: t.string.pii.about("URL of the user's picture."),
    state: t.enum('active', 'deactivated').about('`DEACTIVATED` users cannot sign in.'),
    isAvailable: t.boolean.about('Whether new conversations are routed to the user.'),
    url: t.omit,
  },
  update: {
    friendlyName: t.string.pii,
    avatar: t.string.pii,
    state: t.enum('active', 'deactivated'),
    isAvailable: t.boolean,
  },
  fetch: true,
  admin: ['update'],
});
