/** Intelligence rule execution. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

export const IntelligenceRuleExecution = entity('IntelligenceRuleExecution', {
  in: intelligence,
  at: 'ruleExecutions',
  about: 'Runs a rule on a conversation now.',
  fields: {},
  create: {
    intelligenceConfigurationId: t.string.required,
    ruleId: t.string.required,
    conversationId: t.string.required,
    rule: t.object('Rule', {
      operators: t.object('RuleOperators', { id: t.string.required, parameters: t.json.required }).list.required,
    }),
  },
  paid: ['create'],
  answers: { create: 'nothing' },
});
