/** Regulatory bundles. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatoryBundle = entity('RegulatoryBundle', {
  in: NumbersRegulatoryCompliance,
  at: 'bundles',
  sid: 'BU',
  plural: 'regulatoryBundles',
  inside: ['regulatoryBundle', 'regulatoryBundles'],
  argument: 'bundleSid',
  about: 'Papers and data submitted together to be allowed numbers in a country.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    regulationSid: t.ref('Regulation').about('SID of the regulation that the bundle is to fulfill.'),
    friendlyName: t.string,
    status: t
      .enum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved', 'provisionally-approved')
      .about('A DRAFT can change; PENDING_REVIEW submits it; a number needs a TWILIO_APPROVED one.'),
    validUntil: t.dateTime.about('Day after which the bundle no longer counts; null without end.'),
    email: t.string.pii.about('Email address that is informed when the status changes.'),
    statusCallback: t.url,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {
    status: t.equal,
    bundleSids: t.string.about('SIDs of bundles, separated by commas.'),
    friendlyName: t.string,
    regulationSid: t.equal,
    isoCountry: t.string,
    numberType: t.string,
    endUserType: t.enum('business', 'individual'),
    hasValidUntilDate: t.boolean.about('Whether only bundles that end on a day are listed.'),
    sortBy: t.enum('valid-until', 'date-updated'),
    sortDirection: t.enum('ASC', 'DESC'),
    validUntilDate: t.dateTime,
    validUntil: t.range.by('validUntilDateAfter', 'validUntilDateBefore'),
  },
  create: {
    friendlyName: t.string.required,
    email: t.string.pii.required,
    statusCallback: t.url,
    regulationSid: t.sid,
    isoCountry: t.string,
    endUserType: t
      .enum('individual', 'business')
      .about(
        'Whom it concerns: a person or a business; with `isoCountry` and `numberType` instead of `regulationSid`.',
      ),
    numberType: t.string.about('Type of number, such as `local`, `mobile` or `toll-free`.'),
    isTest: t.boolean.about('Whether it is for tests and never reviewed.'),
  },
  update: {
    status: t.enum(
      'draft',
      'pending-review',
      'in-review',
      'twilio-rejected',
      'twilio-approved',
      'provisionally-approved',
    ),
    statusCallback: t.url,
    friendlyName: t.string,
    email: t.string.pii,
  },
  remove: true,
  fetch: true,
  paid: ['update'],
  admin: ['create', 'remove', 'update'],
});
