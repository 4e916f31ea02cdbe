/** Every operation that GraphiQL opens with does on the sandbox what it promises. */
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/index.ts';
import { operations } from '../../../src/http/operations.ts';
import { createLogs } from '../../../src/observe/log.ts';
import { type Server, startServer } from '../../../src/server/server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer(await readConfig({ PORT: '0' }), createLogs({ write: () => {} }));
});
afterAll(() => server.close(1000));

const nameOf = (query: string) => {
  const [definition] = parse(query).definitions;
  return definition?.kind === 'OperationDefinition' ? definition.name?.value : undefined;
};

it.each(operations.map((operation) => ({ name: nameOf(operation.query), operation })))(
  '$name',
  async ({ name, operation }) => {
    expect(name).toBeDefined();
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.query, variables: operation.variables }),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text);
    expect(errors).toBeUndefined();
    const [answer] = Object.values<Record<string, unknown>>(data);
    expect(answer).toBeTruthy();
    if ('userErrors' in (answer ?? {})) expect(answer?.userErrors).toEqual([]);
    if ('nodes' in (answer ?? {})) expect(answer?.nodes).not.toEqual([]);
  },
);
