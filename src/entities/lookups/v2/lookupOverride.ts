/** Overrides. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupOverride = entity('LookupOverride', {
  in: lookup,
  at: 'lookupOverrides',
  key: ['field', 'phoneNumber'],
  about: 'Your correction of what Lookup says about a number, such as its line type.',
  fields: {
    phoneNumber: t.phone,
    originalLineType: t
      .enum(
        'mobile',
        'landline',
        'tollFree',
        'fixedVoip',
        'nonFixedVoip',
        'personal',
        'premium',
        'voicemail',
        'sharedCost',
        'uan',
        'pager',
        'unknown',
      )
      .about('Line type that Lookup would report without the correction.'),
    overriddenLineType: t
      .enum(
        'mobile',
        'landline',
        'tollFree',
        'fixedVoip',
        'nonFixedVoip',
        'personal',
        'premium',
        'voicemail',
        'sharedCost',
        'uan',
        'pager',
        'unknown',
      )
      .about('Line type that Lookup reports instead.'),
    overrideReason: t.string.about('Your reason for the correction.'),
    overrideTimestamp: t.dateTime.about('When the correction was made.'),
    overriddenByAccountSid: t.ref('Account').about('SID of the account that made the correction.'),
    code: t.omit,
    message: t.omit,
    moreInfo: t.omit,
    status: t.omit,
    field: t.string.about('Lookup field that is limited, such as `line_status`.'),
    limit: t.int.about('How many requests are allowed.'),
    bucket: t.string.about('Name of the bucket in which requests are counted.'),
    owner: t.string,
    ttl: t.int,
  },
  relations: {
    lookup: t.row('LookupPhoneNumber', ['phoneNumber'], 'What Lookup knows about the number. Its packages cost money.'),
  },
  create: {
    lineType: t
      .enum(
        'mobile',
        'landline',
        'tollFree',
        'fixedVoip',
        'nonFixedVoip',
        'personal',
        'premium',
        'voicemail',
        'sharedCost',
        'uan',
        'pager',
        'unknown',
      )
      .about('Line type that Lookup reports from now on.'),
    reason: t.string.about('Your reason for the correction.'),
  },
  createWith: 'key',
  update: {
    lineType: t.enum(
      'mobile',
      'landline',
      'tollFree',
      'fixedVoip',
      'nonFixedVoip',
      'personal',
      'premium',
      'voicemail',
      'sharedCost',
      'uan',
      'pager',
      'unknown',
    ),
    reason: t.string,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
