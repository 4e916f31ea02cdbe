/** What a phone number can do: the same object for numbers that are owned, for sale, or at an address. */
import { t } from '../../../../model/index.ts';

export const capabilities = t.sharedObject('PhoneNumberCapabilities', 'What a phone number supports.', {
  voice: t.boolean.about('Whether it takes and places calls.'),
  sms: t.boolean.about('Whether it sends and receives text messages.'),
  mms: t.boolean.about('Whether it sends and receives messages with media.'),
  fax: t.boolean.about('Whether it sends and receives faxes.'),
});
