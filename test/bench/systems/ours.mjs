/** This server as `npm start` runs it, but without its limit: settings end at 1000 a second, a load goes beyond. */
import '../../../dist/heap.js';
import { readConfig } from '../../../dist/config/index.js';
import { createLogs } from '../../../dist/observe/log.js';
import { startServer } from '../../../dist/server/server.js';
import { Limiter } from '../../../dist/twilio/limiter/limiter.js';

Limiter.prototype.schedule = (transaction) => transaction(() => {});
await startServer(await readConfig(process.env), createLogs({ write: () => {} }));
