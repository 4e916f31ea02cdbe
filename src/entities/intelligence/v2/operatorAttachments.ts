/** Service operators. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2ServiceOperators = entity('IntelligenceV2ServiceOperators', {
  in: intelligenceV2,
  at: 'operatorAttachments',
  key: 'serviceSid',
  about: 'Which operators a service has.',
  fields: {
    serviceSid: t.ref('IntelligenceV2Service'),
    operatorSids: t
      .refs('IntelligenceV2Operator')
      .about("SIDs (LY…) of the operators that run on each of the service's transcripts."),
    url: t.omit,
  },
  fetch: true,
});
