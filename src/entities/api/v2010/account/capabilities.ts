/** What a phone number supports: the same type for owned numbers and numbers on sale. */
import { t } from '../../../../model/index.ts';

export const capabilities = t.sharedObject('PhoneNumberCapabilities', 'What a phone number supports.', {
  voice: t.boolean.about('Whether it supports calls.'),
  sms: t.boolean.about('Whether it supports SMS messages.'),
  mms: t.boolean.about('Whether it supports MMS messages.'),
  fax: t.boolean.about('Whether it supports faxes.'),
});
