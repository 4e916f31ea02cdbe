/** Configurations. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

export const IntelligenceConfiguration = entity('IntelligenceConfiguration', {
  in: intelligence,
  at: 'configurations',
  key: 'id',
  about: 'Rules that say which operators run on conversations, and when.',
  fields: {
    accountId: t.string,
    id: t.string.as('twilioId'),
    displayName: t.string,
    description: t.string,
    version: t.int.about('Grows by one with each change.'),
    rules: t
      .object('Rules', {
        id: t.string.about('ID of the rule. In an update, a rule with an ID replaces that rule; one without is new.'),
        operators: t
          .object('RulesOperators', {
            id: t.string.about('ID of the operator.'),
            version: t.int.about('Version of the operator. Default: the latest.'),
            parameters: t.json.about("Values of the operator's parameters, by name."),
          })
          .list.about('Operators that the rule runs, from 1 to 5.'),
        triggers: t
          .object('RulesTriggers', {
            on: t.string.about(
              'Event in the conversation, such as `COMMUNICATION` (each message or utterance) or `CONVERSATION_END`.',
            ),
            parameters: t.object('RulesTriggersParameters', {
              count: t.int.about('With `COMMUNICATION`: run at every so many events.'),
            }),
          })
          .list.about('What starts the rule; at most one.'),
        actions: t
          .object('RulesActions', {
            type: t.string.about('`WEBHOOK`: the result goes to `url`.'),
            method: t.string.about('Always POST.'),
            url: t.string.about('URL that receives the result.'),
          })
          .list.about('What happens with the result; at most two.'),
        context: t
          .object('RulesContext', {
            memory: t.object('RulesContextMemory', {
              enabled: t.boolean.about("Whether operators may read the customer's profile."),
            }),
            knowledge: t.object('RulesContextKnowledge', {
              bases: t.string.list.about('IDs of the knowledge bases that operators may read.'),
            }),
          })
          .about('Further data that operators may read.'),
      })
      .list.about('Which operators run, when, and what happens with their results.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    operators: t.rows('IntelligenceOperator', 'rules.operators', ['id'], 'The operators of all rules'),
    operatorResults: t.many(
      'IntelligenceOperatorResult',
      { intelligenceConfigurationId: 'twilioId' },
      'Results of operators that the configuration has run.',
    ),
    intelligenceConversations: t.many(
      'IntelligenceConversation',
      { intelligenceConfigurationIds: { from: ['twilioId'], derive: (sid) => [sid] } },
      'Conversations that are analyzed by the configuration.',
    ),
  },
  filters: {},
  create: {
    displayName: t.string.required,
    description: t.string,
    rules: t.object('Rules', {
      operators: t.object('RulesOperators', { id: t.string.required, version: t.int, parameters: t.json }).list
        .required,
      triggers: t.object('RulesTriggers', {
        on: t.string.required,
        parameters: t.object('RulesTriggersParameters', { count: t.int }),
      }).list,
      actions: t.object('RulesActions', { type: t.string.required, method: t.string.required, url: t.url.required })
        .list.required,
      context: t.object('RulesContext', {
        memory: t.object('RulesContextMemory', { enabled: t.boolean }),
        knowledge: t.object('RulesContextKnowledge', { bases: t.string.list.required }),
      }),
    }).list.required,
  },
  update: {
    displayName: t.string.required,
    description: t.string,
    rules: t.object('Rules', {
      id: t.string,
      operators: t.object('RulesOperators', { id: t.string.required, version: t.int, parameters: t.json }).list
        .required,
      triggers: t.object('RulesTriggers', {
        on: t.string.required,
        parameters: t.object('RulesTriggersParameters', { count: t.int }),
      }).list,
      actions: t.object('RulesActions', { type: t.string.required, method: t.string.required, url: t.url.required })
        .list.required,
      context: t.object('RulesContext', {
        memory: t.object('RulesContextMemory', { enabled: t.boolean }),
        knowledge: t.object('RulesContextKnowledge', { bases: t.string.list.required }),
      }),
    }).list.required,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
