/** Marketplace add-ons that look at what comes in on a number. */
import { entity, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber } from '../incomingPhoneNumber.ts';

export const IncomingPhoneNumberAssignedAddOn = entity('IncomingPhoneNumberAssignedAddOn', {
  in: IncomingPhoneNumber,
  at: 'assignedAddOns',
  plural: 'incomingPhoneNumberAssignedAddOns',
  sid: 'XE',
  about:
    'An add-on of the marketplace at work on a number. Create one to put an installed add-on to work, ' +
    'delete it to take it off the number again.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    resourceSid: t.ref('IncomingPhoneNumber').about('The number that it works on.'),
    friendlyName: t.string.pii,
    description: t.string.about('What the add-on does.'),
    configuration: t.json.pii.about('How the add-on is set up: what there is to set differs from one to another.'),
    uniqueName: t.string.about('A name of your own for the installation, unique in the account.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  filters: {},
  create: { installedAddOnSid: t.sid.required.about('The installation (XE…) to put to work on the number.') },
  remove: true,
  fetch: true,
});
