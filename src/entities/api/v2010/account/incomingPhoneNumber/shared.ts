/** Inputs and filters of phone numbers, which are the same for all types of number. */
import { t } from '../../../../../model/index.ts';
import { webhooks } from '../webhooks.ts';

export const filters = {
  beta: t.equal,
  friendlyName: t.equal,
  phoneNumber: t.equal,
  origin: t.equal,
};

export const settings = {
  friendlyName: t.string.pii,
  apiVersion: t.string,
  ...webhooks,
  smsApplicationSid: t.sid,
  voiceApplicationSid: t.sid,
  trunkSid: t.sid,
  voiceReceiveMode: t.enum('voice', 'fax'),
  addressSid: t.sid,
  identitySid: t.sid,
  bundleSid: t.sid,
  emergencyStatus: t.enum('Active', 'Inactive'),
  emergencyAddressSid: t.sid,
};
