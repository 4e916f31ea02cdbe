/** This server as `npm start` runs it, but with a limit that no load reaches: TWILIO_TPS_PER_NODE ends at 1000. */
import { readConfig } from '../../../dist/config.js';
import { startServer } from '../../../dist/server.js';

await startServer({ ...readConfig(process.env), tpsPerNode: 1_000_000 }, () => {});
