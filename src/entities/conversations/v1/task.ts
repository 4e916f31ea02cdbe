/** The task that routes a conversation, for the conversations of the default service and of all others. */
import { t } from '../../../model/index.ts';

export const taskOfConversation = t.one(
  'TaskrouterTask',
  { evaluateTaskAttributes: { from: ['sid'], derive: (sid) => `conversationSid == "${sid}"` } },
  'The task of the conversation in this workspace: the oldest whose attributes have it as `conversationSid`, as Flex writes it; null if there is none.',
  { keys: 'arguments' },
);
