/** Marketplace add-ons of a phone number. */
import { entity, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber } from '../incomingPhoneNumber.ts';

export const IncomingPhoneNumberAssignedAddOn = entity('IncomingPhoneNumberAssignedAddOn', {
  in: IncomingPhoneNumber,
  at: 'assignedAddOns',
  plural: 'incomingPhoneNumberAssignedAddOns',
  sid: 'XE',
  about:
    'A marketplace add-on of a phone number. Create one to assign an installed add-on to the number, ' +
    'delete it to remove the add-on from the number.',
  fields: {
    sid: t.ref('InstalledAddOn'),
    accountSid: t.ref('Account').always,
    resourceSid: t.ref('IncomingPhoneNumber').about('The phone number of the add-on.'),
    friendlyName: t.string.pii,
    description: t.string.about('What the add-on does.'),
    configuration: t.json.pii.about('Configuration of the add-on; its form depends on the add-on.'),
    uniqueName: t.string.about('A name of your choice, unique in the account.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  filters: {},
  create: { installedAddOnSid: t.sid.required.about('SID (XE…) of the installed add-on to assign to the number.') },
  remove: true,
  fetch: true,
});
