/**
 * The SDK's client class, without the HTTP client that it brings along and that is never made here: axios,
 * loaded alone, takes 70 ms and 8 MB. The SDK finds another module in its place (Node's documented `require.cache`).
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

/** Not the whole SDK: tokens, TwiML and webhooks are not used here. */
export const RestClient = require('twilio/lib/rest/Twilio.js') as new (
  ...settings: ConstructorParameters<typeof Twilio>
) => Twilio;
