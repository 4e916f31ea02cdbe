/** Messaging: services with their senders, and the registrations that take their time. */
import { TwilioError } from '../../errors.ts';
import type { Rule } from '../../rule.ts';
import { hex } from '../../sids.ts';
import type { Values } from '../../store.ts';
import { attached, stages } from '../stages.ts';

export const MessagingService: Rule = {
  defaults: {
    ...{ stickySender: true, mmsConverter: true, smartEncoding: true, scanMessageContent: 'inherit' },
    ...{ fallbackToLongCode: true, areaCodeGeomatch: true, validityPeriod: 36_000, usecase: 'undeclared' },
  },
};

const capabilitiesOf = (capabilities: unknown): readonly string[] =>
  Object.entries((capabilities ?? {}) as Values)
    .filter(([, has]) => has === true)
    .map(([name]) => name.toUpperCase());

/** A number is in the pool of one service at most. */
export const MessagingServicePhoneNumber: Rule = attached(
  'IncomingPhoneNumber',
  'phoneNumberSid',
  (number, { world, parents }) => {
    const pooled = world.store.all('MessagingServicePhoneNumber').find(({ key, gone }) => key === number.key && !gone);
    if (pooled?.parents[0] === parents[0])
      throw new TwilioError(21710, 'Phone Number or Short Code is already in the Messaging Service.', 409);
    if (pooled)
      throw new TwilioError(21712, 'Phone Number or Short Code is associated with another Messaging Service.', 409);
    return { countryCode: 'US', capabilities: capabilitiesOf(number.values.capabilities) };
  },
);

export const AlphaSender: Rule = { create: () => ({ capabilities: ['SMS'] }) };

export const MessagingBrandRegistration: Rule = {
  defaults: { brandType: 'STANDARD', brandFeedback: [], errors: [], identityStatus: 'SELF_DECLARED' },
  create: ({ a2PProfileBundleSid }) => ({ a2pProfileBundleSid: a2PProfileBundleSid }),
  begin: stages(
    'status',
    { after: 2, state: 'IN_REVIEW' },
    {
      ...{ after: 5, state: 'APPROVED' },
      more: ({ key }) => ({
        tcrId: `B${hex(key).slice(0, 6).toUpperCase()}`,
        identityStatus: 'VERIFIED',
        brandScore: 75,
      }),
    },
  ),
};

export const MessagingBrandVetting: Rule = {
  create: () => ({ vettingStatus: 'PENDING' }),
  begin: stages('vettingStatus', { after: 2, state: 'IN_PROGRESS' }, { after: 5, state: 'SUCCESS' }),
};

export const MessagingA2pCampaign: Rule = {
  defaults: {
    ...{ errors: [], campaignStatus: 'PENDING', optInKeywords: [], optOutKeywords: ['STOP'], helpKeywords: ['HELP'] },
    rateLimits: { att: { mps: 75, msg_class: 'A' }, tmobile: { brand_tier: 'TOP' } },
  },
  create: (_, { parents }) => ({ messagingServiceSid: parents[0] }),
  begin: stages(
    'campaignStatus',
    { after: 2, state: 'IN_PROGRESS' },
    {
      ...{ after: 5, state: 'VERIFIED' },
      more({ key, parents: [service = ''] }, { world }) {
        const owner = world.store.find('MessagingService', [], service);
        if (owner) world.change(owner, { usAppToPersonRegistered: true });
        return { campaignId: `C${hex(key).slice(0, 6).toUpperCase()}` };
      },
    },
  ),
};

export const TollfreeVerification: Rule = {
  create: () => ({ status: 'PENDING_REVIEW' }),
  begin: stages('status', { after: 2, state: 'IN_REVIEW' }, { after: 5, state: 'TWILIO_APPROVED' }),
};

export const MessagingChannelSender: Rule = {
  create: () => ({ status: 'CREATING' }),
  begin: stages('status', { after: 2, state: 'ONLINE' }),
};
