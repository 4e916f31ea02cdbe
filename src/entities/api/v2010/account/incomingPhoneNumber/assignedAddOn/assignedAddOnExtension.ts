/** Events at which an add-on of a phone number runs. */
import { entity, t } from '../../../../../../model/index.ts';
import { IncomingPhoneNumberAssignedAddOn } from '../assignedAddOn.ts';

export const IncomingPhoneNumberAssignedAddOnExtension = entity('IncomingPhoneNumberAssignedAddOnExtension', {
  in: IncomingPhoneNumberAssignedAddOn,
  at: 'extensions',
  plural: 'incomingPhoneNumberAssignedAddOnExtensions',
  sid: 'XF',
  aboutList: 'Events at which the add-on runs.',
  about: 'An event at which an add-on runs, such as an incoming call.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    resourceSid: t.ref('IncomingPhoneNumber').about('The phone number of the add-on.'),
    assignedAddOnSid: t.ref('IncomingPhoneNumberAssignedAddOn').about('The add-on.'),
    friendlyName: t.string.pii,
    productName: t.string.about('The Twilio product of the event, such as Programmable Voice.'),
    uniqueName: t.string.about('Unique name, such as voice-incoming.'),
    enabled: t.boolean.about('Whether the add-on runs at this event.'),
    uri: t.omit,
  },
  relations: {
    installedExtension: t.row(
      'InstalledAddOnExtension',
      ['assignedAddOnSid', 'sid'],
      'The extension as the installed add-on has it.',
    ),
  },
  filters: {},
  fetch: true,
});
