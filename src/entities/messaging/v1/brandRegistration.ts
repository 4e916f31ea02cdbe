/** Brand registrations. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingBrandRegistration = entity('MessagingBrandRegistration', {
  in: messaging,
  at: 'brandRegistrations',
  sid: 'BN',
  about: 'Your company as registered for US A2P 10DLC texting.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    customerProfileBundleSid: t
      .ref('CustomerProfile', 'customerProfile')
      .about('SID of the bundle that describes the business.'),
    a2pProfileBundleSid: t
      .ref('TrustProduct', 'a2pProfile')
      .about('SID of the bundle with the data for A2P messaging.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    brandType: t.string.about('STANDARD, or SOLE_PROPRIETOR for one campaign of low volume.'),
    status: t
      .enum('PENDING', 'APPROVED', 'FAILED', 'IN_REVIEW', 'DELETION_PENDING', 'DELETION_FAILED', 'SUSPENDED')
      .about('IN_REVIEW and PENDING wait for the registry; only an APPROVED brand can have campaigns.'),
    tcrId: t.string.about('ID of the brand at The Campaign Registry; null until it is registered there.'),
    failureReason: t.string.about('Why registration failed; null otherwise.').deprecated('Use errors.'),
    errors: t.json.list.about(
      'Why registration failed: each with an error code, a description and the fields concerned.',
    ),
    url: t.omit,
    brandScore: t.int.about(
      'Score of the vetting, or else of the registry, from 0 to 100: it decides how much the brand can send. Null without both.',
    ),
    brandFeedback: t
      .enum('TAX_ID', 'STOCK_SYMBOL', 'NONPROFIT', 'GOVERNMENT_ENTITY', 'OTHERS')
      .list.about('Data that lower the score because they could not be verified; no longer filled in.')
      .deprecated('Use errors.'),
    identityStatus: t
      .enum('SELF_DECLARED', 'UNVERIFIED', 'VERIFIED', 'VETTED_VERIFIED')
      .about(
        'Whether the registry could confirm the business: SELF_DECLARED is not checked, VETTED_VERIFIED by a third party.',
      ),
    russell3000: t.boolean.from('russell_3000').about('Whether the business is in the Russell 3000 stock index.'),
    governmentEntity: t.boolean.about('Whether it belongs to a government.'),
    taxExemptStatus: t.string.about('Kind of tax exemption of a nonprofit, such as 501c3.'),
    skipAutomaticSecVet: t.boolean.about('Whether the paid second vetting, which gives `brandScore`, is left out.'),
    mock: t.boolean.about('Whether it is for tests: registered nowhere and not charged.'),
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: {
    customerProfileBundleSid: t.sid.required,
    a2PProfileBundleSid: t.sid.required.about('SID of the bundle with the data for A2P messaging.'),
    brandType: t.string,
    mock: t.boolean,
    skipAutomaticSecVet: t.boolean,
  },
  update: {},
  fetch: true,
  paid: ['create', 'update'],
  admin: ['create', 'update'],
});
