/** Operator attachments. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2OperatorAttachment = entity('IntelligenceV2OperatorAttachment', {
  in: intelligenceV2,
  at: 'operatorAttachment',
  key: ['serviceSid', 'operatorSid'],
  about: 'Attaches an operator to a service or takes it off.',
  fields: { serviceSid: t.ref('IntelligenceV2Service'), operatorSid: t.ref('IntelligenceV2Operator'), url: t.omit },
  create: {},
  createWith: 'key',
  remove: true,
  paid: ['create'],
});
