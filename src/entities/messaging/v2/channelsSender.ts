/** Channel senders. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

const settings = {
  friendlyName: t.string,
  configuration: t
    .object('Configuration', {
      wabaId: t.string.about('ID of the WhatsApp Business Account.'),
      verificationMethod: t.string.about('How WhatsApp sends the code: `sms` or `voice`.'),
      verificationCode: t.string.pii.about('Code that WhatsApp sent to the number.'),
      voiceApplicationSid: t.string.about('SID of the TwiML application for WhatsApp calls to the sender.'),
      accountType: t.string.about('`ISV` or `ISVSubAccount`, to migrate the account; empty to clear it.'),
    })
    .about('How the sender is connected to WhatsApp.'),
  webhook: t
    .object('Webhook', {
      callbackUrl: t.url.about('URL called when a message arrives.'),
      callbackMethod: t.string,
      fallbackUrl: t.url.about('URL called if `callbackUrl` fails.'),
      fallbackMethod: t.string,
      statusCallbackUrl: t.url,
      statusCallbackMethod: t.string,
    })
    .about('URLs called for messages to the sender.'),
  profile: t
    .object('Profile', {
      name: t.string.about('Name that recipients see; a WhatsApp sender needs one, which Meta reviews.'),
      about: t.string.about('Short text about the sender, at most 139 characters in WhatsApp.'),
      address: t.string,
      description: t.string,
      logoUrl: t.url,
      bannerUrl: t.url,
      privacyUrl: t.string,
      termsOfServiceUrl: t.string,
      accentColor: t.string.about('Color of an RCS sender, as hexadecimal RGB such as #1F2937.'),
      useCase: t.string.about('Of an RCS sender: PROMOTIONAL, TRANSACTIONAL, OTP or MULTI_USE.'),
      vertical: t.string.about('Line of business, such as Education or Retail.'),
      websites: t.json,
      emails: t.json,
      phoneNumbers: t.json,
    })
    .pii.about('What recipients see of the sender.'),
};

/** `whatsapp:+14155550100` → `+14155550100`; RCS senders have names. */
const numberOf = (sender: unknown): unknown => /^whatsapp:(\+\d+)$/.exec(String(sender))?.[1];

export const MessagingChannelSender = entity('MessagingChannelSender', {
  in: messaging,
  at: 'channelsSenders',
  sid: 'XE',
  plural: 'channelSenders',
  about: 'A WhatsApp or RCS sender with its profile, webhooks and state.',
  fields: {
    sid: t.sid,
    status: t
      .enum(
        'CREATING',
        'ONLINE',
        'OFFLINE',
        'PENDING_VERIFICATION',
        'VERIFYING',
        'ONLINE:UPDATING',
        'TWILIO_REVIEW',
        'DRAFT',
        'STUBBED',
      )
      .about('Only an ONLINE sender sends and receives; ONLINE:UPDATING does so while a change is under way.'),
    senderId: t.string.pii.about('Address with its channel, such as whatsapp:+14155550100 or rcs:brand_agent.'),
    friendlyName: t.string,
    configuration: t.omit,
    webhook: t
      .object('Webhook', {
        callbackUrl: t.string.about('URL called when a message arrives.'),
        callbackMethod: t.string,
        fallbackUrl: t.string.about('URL called if `callbackUrl` fails.'),
        fallbackMethod: t.string,
        statusCallbackUrl: t.string,
        statusCallbackMethod: t.string,
      })
      .about('URLs called for messages to the sender.'),
    profile: t
      .object('Profile', {
        name: t.string,
        about: t.string.about('Short text about the sender, at most 139 characters in WhatsApp.'),
        address: t.string,
        description: t.string,
        logoUrl: t.string,
        bannerUrl: t.string,
        privacyUrl: t.string,
        termsOfServiceUrl: t.string,
        accentColor: t.string.about('Color of an RCS sender, as hexadecimal RGB such as #1F2937.'),
        useCase: t.string.about('Of an RCS sender: PROMOTIONAL, TRANSACTIONAL, OTP or MULTI_USE.'),
        vertical: t.string.about('Line of business, such as Education or Retail.'),
        websites: t.object('ProfileWebsites', { website: t.string, label: t.string }).list,
        emails: t.object('ProfileEmails', { email: t.string.pii, label: t.string }).list,
        phoneNumbers: t.object('ProfilePhoneNumbers', { phoneNumber: t.string.pii, label: t.string }).list,
      })
      .pii.about('What recipients see of the sender.'),
    pendingDisplayName: t.string.about(
      'Name that the last change concerns; null if the name of a WhatsApp sender never changed.',
    ),
    pendingDisplayNameStatus: t.string.about(
      'Review of that name by Meta, such as PENDING_REVIEW, APPROVED, DECLINED or COMPLETED.',
    ),
    pendingDisplayNameStatusDate: t.dateTime.about('When `pendingDisplayNameStatus` last changed.'),
    properties: t
      .object('Properties', {
        qualityRating: t.string.about('How recipients rate its messages: HIGH, MEDIUM or LOW.'),
        messagingLimit: t.string.about('How many customers it may write to first in 24 hours, such as 1K.'),
      })
      .about('What WhatsApp allows the sender to send; null for other senders.'),
    offlineReasons: t
      .object('OfflineReasons', {
        code: t.string,
        message: t.string,
        moreInfo: t.string.about('URL of a page that explains the error.'),
      })
      .list.about('Why it cannot send; null while it is online.'),
    compliance: t
      .object('Compliance', {
        registrationSid: t.string.about('SID of the registration for all countries without their own.'),
        countries: t.object('ComplianceCountries', {
          country: t.string,
          registrationSid: t.string.about('SID of the registration for this country.'),
          status: t.enum('ONLINE', 'OFFLINE', 'TWILIO_REVIEW', 'PENDING_VERIFICATION'),
          carriers: t
            .object('ComplianceCountriesCarriers', {
              name: t.string,
              status: t.enum('UNKNOWN', 'UNLAUNCHED', 'CARRIER_REVIEW', 'APPROVED', 'REJECTED', 'SUSPENDED'),
            })
            .list.about('Approval by each carrier of the country.'),
        }).list,
      })
      .about('Approvals of an RCS sender by country and carrier; null for other senders.'),
    url: t.omit,
    displayNameStatus: t.string.about(
      'Result of a change of the WhatsApp name in this request; null in every other answer.',
    ),
  },
  relations: {
    phoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: { from: ['senderId'], derive: numberOf } },
      'The phone number of the sender, if the account owns it; null for senders without a number.',
    ),
  },
  filters: { channel: t.string.required.about('Channel of the senders, such as `whatsapp`.') },
  create: { senderId: t.string.pii.required, ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove', 'update'],
});
