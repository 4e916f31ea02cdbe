/** Where in Twilio an add-on on a number steps in. */
import { entity, t } from '../../../../../../model/index.ts';
import { IncomingPhoneNumberAssignedAddOn } from '../assignedAddOn.ts';

export const IncomingPhoneNumberAssignedAddOnExtension = entity('IncomingPhoneNumberAssignedAddOnExtension', {
  in: IncomingPhoneNumberAssignedAddOn,
  at: 'extensions',
  plural: 'incomingPhoneNumberAssignedAddOnExtensions',
  sid: 'XF',
  about: 'One point at which an add-on steps in, such as an incoming call or an incoming text.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    resourceSid: t.ref('IncomingPhoneNumber').about('The number that the add-on works on.'),
    assignedAddOnSid: t.ref('IncomingPhoneNumberAssignedAddOn').about('The add-on that steps in.'),
    friendlyName: t.string.pii,
    productName: t.string.about('The product of Twilio in which it steps in, such as Programmable Voice.'),
    uniqueName: t.string.about('A name for programs, such as voice-incoming.'),
    enabled: t.boolean.about('Whether the add-on does step in here.'),
    uri: t.omit,
  },
  filters: {},
  fetch: true,
});
