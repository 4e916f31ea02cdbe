/**
 * The SDK's client class without its HTTP client, which is not used here: loading axios takes 70 ms and 8 MB. A module
 * that is put in its place, in Node's documented `require.cache`, prevents that.
 */
import { createRequire, Module } from 'node:module';
import type { Twilio } from 'twilio';

const require = createRequire(import.meta.url);

class NoRequestClient {
  constructor() {
    throw new Error('Only the transport sends requests.');
  }
}

const file = require.resolve('twilio/lib/base/RequestClient.js');
const instead = new Module(file);
Object.assign(instead, { filename: file, loaded: true, exports: { __esModule: true, default: NoRequestClient } });
require.cache[file] ??= instead;

/** Only this module of the SDK: tokens, TwiML and webhooks are not used. */
export const RestClient = require('twilio/lib/rest/Twilio.js') as new (
  ...settings: ConstructorParameters<typeof Twilio>
) => Twilio;
