/**
 * A sandbox whose clock is moved by hand, and a server in front of it: what the sandbox's products do by themselves is
 * watched from outside.
 */
import { expect } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry } from '../../src/model/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { routesOfHost } from '../../src/twilio/routes.ts';
import { closedAfterAll } from './hooks.ts';
import { startTestServer } from './server.ts';

export const worldInTime = async () => {
  let now = Date.parse('2026-11-20T12:00:00Z');
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  const registry = createRegistry(entities);
  const sandbox = closedAfterAll(
    await startSandbox({ registry, routes: (host) => routesOfHost(registry, host), now: () => now }),
  );
  const server = closedAfterAll(
    await startTestServer({
      ...{ TWILIO_ACCOUNT_SID: sandbox.accountSid, TWILIO_AUTH_TOKEN: sandbox.authToken },
      ...{ TWILIO_UPSTREAM_URL: sandbox.origin.href, TWILIO_MAX_PAID_FIELDS: '100', TWILIO_TPS_PER_NODE: '1000' },
    }),
  );

  /** The answer to a query that has no errors. */
  const query = async (text: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await server.ask(text, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const write = async (field: string, selection = '') =>
    (await query(`mutation { it: ${field} { userErrors { code message } ${selection} } }`)).it;
  /** What a mutation has made or changed. */
  const change = async (field: string, selection: string) => {
    const { userErrors, ...made } = await write(field, selection);
    expect(userErrors).toEqual([]);
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for.
    return Object.values(made)[0] as any;
  };
  const refused = async (field: string) => (await write(field)).userErrors[0]?.message as string;
  const firstNumber = async () =>
    (await query('{ incomingPhoneNumbers(first: 12) { nodes { sid phoneNumber } } }')).incomingPhoneNumbers.nodes;

  /** Numbers that no messaging service and no trunk has. */
  const unpooledNumber = async () => {
    const { messaging, trunking } = await query(`{
      messaging { services(first: 5) { nodes { phoneNumbers { nodes { sid } } } } }
      trunking { trunks(first: 5) { nodes { phoneNumbers { nodes { sid } } } } } }`);
    const used = JSON.stringify([messaging, trunking]);
    return (await firstNumber()).filter(({ sid }: { sid: string }) => !used.includes(sid));
  };
  return { now: () => now, pass, query, write, change, refused, firstNumber, unpooledNumber };
};
