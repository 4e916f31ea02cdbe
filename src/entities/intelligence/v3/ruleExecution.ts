/** Intelligence rule execution. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

export const IntelligenceRuleExecution = entity('IntelligenceRuleExecution', {
  in: intelligence,
  at: 'ruleExecutions',
  about: 'A run of a rule on a conversation, started by hand.',
  fields: {},
  create: {
    intelligenceConfigurationId: t.string.required.about('ID of the configuration that has the rule.'),
    ruleId: t.string.required.about('ID of the rule in that configuration.'),
    conversationId: t.string.required.about('ID of the conversation on which the rule runs.'),
    rule: t
      .object('Rule', {
        operators: t.object('RuleOperators', {
          id: t.string.required.about('ID of an operator of the rule.'),
          parameters: t.json.required.about('Values that replace those of the rule for the same parameters.'),
        }).list.required,
      })
      .about('Changes to the rule for this run alone.'),
  },
  paid: ['create'],
  answers: { create: 'nothing' },
});
