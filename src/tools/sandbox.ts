/** Runs only the sandbox, on a fixed port, so that any Twilio client can be tried against it and its faults. */
import { parseArgs } from 'node:util';
import { entities } from '../entities/index.ts';
import { createRegistry } from '../model/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { routesOfHost } from '../twilio/routes.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
const registry = createRegistry(entities);
const sandbox = await startSandbox({
  registry,
  routes: (host) => routesOfHost(registry, host),
  port: Number(values.port),
});
const { accountSid, authToken } = sandbox;
const { origin } = sandbox.origin;
process.stdout.write(`Sandbox      ${origin}
Account SID  ${accountSid}
Auth Token   ${authToken}
Faults       ${origin}/sandbox/faults (see docs/sandbox.md)
Stop         Ctrl-C
`);
