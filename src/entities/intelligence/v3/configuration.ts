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
    version: t.int,
    rules: t.object('Rules', {
      id: t.string,
      operators: t.object('RulesOperators', { id: t.string, version: t.int, parameters: t.json }).list,
      triggers: t.object('RulesTriggers', {
        on: t.string,
        parameters: t.object('RulesTriggersParameters', { count: t.int }),
      }).list,
      actions: t.object('RulesActions', { type: t.string, method: t.string, url: t.string }).list,
      context: t.object('RulesContext', {
        memory: t.object('RulesContextMemory', { enabled: t.boolean }),
        knowledge: t.object('RulesContextKnowledge', { bases: t.string.list }),
      }),
    }).list,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
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
      actions: t.object('RulesActions', { type: t.string.required, method: t.string.required, url: t.string.required })
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
      actions: t.object('RulesActions', { type: t.string.required, method: t.string.required, url: t.string.required })
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
