/** A2P campaign use cases of a service. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingService } from '../service.ts';

export const MessagingA2pCampaignUseCases = entity('MessagingA2pCampaignUseCases', {
  in: MessagingService,
  at: 'usAppToPersonUsecases',
  inside: ['a2pCampaignUseCases', 'a2pCampaignUseCases'],
  about: 'Which campaign use cases a brand may register.',
  fields: {
    usAppToPersonUsecases: t.json.list.about(
      'Use cases that the brand may register: `code`, `name`, `description` and `post_approval_required`.',
    ),
  },
  fetch: { brandRegistrationSid: t.sid.about('SID of the brand whose use cases are listed.') },
});
