/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const serverless = product('serverless.v1', (twilio) => twilio.serverless.v1, {
  entry: 'serverless',
  prefix: 'Serverless',
  about: 'Functions and Assets: code and files that Twilio hosts, their builds, deployments and logs.',
});
