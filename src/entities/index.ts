/** All descriptors, by product. */
import type { Entity } from '../model/index.ts';
import * as accounts from './accounts/index.ts';
import * as api from './api/index.ts';
import * as bulkexports from './bulkexports/index.ts';
import * as chat from './chat/index.ts';
import * as content from './content/index.ts';
import * as conversations from './conversations/index.ts';
import * as events from './events/index.ts';
import * as flexApi from './flexApi/index.ts';
import * as frontlineApi from './frontlineApi/index.ts';
import * as iam from './iam/index.ts';
import * as insights from './insights/index.ts';
import * as intelligence from './intelligence/index.ts';
import * as knowledge from './knowledge/index.ts';
import * as lookups from './lookups/index.ts';
import * as marketplace from './marketplace/index.ts';
import * as memory from './memory/index.ts';
import * as messaging from './messaging/index.ts';
import * as monitor from './monitor/index.ts';
import * as notify from './notify/index.ts';
import * as numbers from './numbers/index.ts';
import * as oauth from './oauth/index.ts';
import * as preview from './preview/index.ts';
import * as previewIam from './previewIam/index.ts';
import * as pricing from './pricing/index.ts';
import * as proxy from './proxy/index.ts';
import * as routes from './routes/index.ts';
import * as serverless from './serverless/index.ts';
import * as studio from './studio/index.ts';
import * as supersim from './supersim/index.ts';
import * as sync from './sync/index.ts';
import * as taskrouter from './taskrouter/index.ts';
import * as trunking from './trunking/index.ts';
import * as trusthub from './trusthub/index.ts';
import * as verify from './verify/index.ts';
import * as video from './video/index.ts';
import * as voice from './voice/index.ts';
import * as wireless from './wireless/index.ts';

const products: readonly Readonly<Record<string, Entity>>[] = [
  api,
  accounts,
  bulkexports,
  chat,
  content,
  conversations,
  events,
  flexApi,
  frontlineApi,
  iam,
  insights,
  intelligence,
  knowledge,
  lookups,
  marketplace,
  memory,
  messaging,
  monitor,
  notify,
  numbers,
  oauth,
  preview,
  previewIam,
  pricing,
  proxy,
  routes,
  serverless,
  studio,
  supersim,
  sync,
  taskrouter,
  trunking,
  trusthub,
  verify,
  video,
  voice,
  wireless,
];

export const entities: readonly Entity[] = products.flatMap((product) => Object.values(product));
