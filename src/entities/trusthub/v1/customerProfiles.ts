/** Customer profiles. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const CustomerProfile = entity('CustomerProfile', {
  in: trusthub,
  at: 'customerProfiles',
  sid: 'BU',
  about: 'Proof of who your business is, reviewed by Twilio.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    policySid: t.ref('TrusthubPolicy').about('SID (RN…) of the policy, which says what it must contain.'),
    friendlyName: t.string,
    status: t
      .enum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved')
      .about('`DRAFT` until you write `PENDING_REVIEW`; then Twilio reviews it, and approves or rejects it.'),
    validUntil: t.dateTime.about('Until when the approval is valid; null if it does not expire.'),
    email: t.string.pii.about('Where Twilio reports changes of status.'),
    statusCallback: t.url,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
    errors: t.json.list.about('Why Twilio rejected it; empty otherwise.'),
  },
  relations: {
    provisionalCopy: t.row(
      'CustomerProfileProvisionalCopy',
      ['sid'],
      'A version of the profile that is being changed; null if there is none.',
    ),
  },
  batch: 'whole',
  filters: { status: t.equal, friendlyName: t.equal, policySid: t.equal },
  create: {
    friendlyName: t.string.required,
    email: t.string.pii.required,
    policySid: t.sid.required,
    statusCallback: t.url,
  },
  update: {
    status: t.enum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved'),
    statusCallback: t.url,
    friendlyName: t.string,
    email: t.string.pii,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
