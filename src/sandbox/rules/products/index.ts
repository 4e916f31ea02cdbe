/** The rules of the products beyond the core API, by the names of their entities. */
import type { Rule } from '../../rule.ts';
import * as content from './content.ts';
import * as conversations from './conversations.ts';
import * as insights from './insights.ts';
import * as lookups from './lookups.ts';
import * as messaging from './messaging.ts';
import * as queues from './queues.ts';
import * as serverless from './serverless.ts';
import * as studio from './studio.ts';
import * as sync from './sync.ts';
import * as taskrouter from './taskrouter.ts';
import * as trunking from './trunking.ts';
import * as verify from './verify.ts';
import * as video from './video.ts';

export const productRules: Readonly<Record<string, Rule>> = {
  ...{ ...content, ...conversations, ...insights, ...lookups, ...messaging, ...queues, ...serverless, ...studio },
  ...{ ...sync, ...taskrouter, ...trunking, ...verify, ...video },
};
