/** openapi-to-graphql on yoga. Its ES module does not load in Node, its CommonJS one does. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createYoga } from 'graphql-yoga';

const { createGraphQLSchema } = createRequire(import.meta.url)('openapi-to-graphql');
const { SPEC, UPSTREAM, PORT, AUTHORIZATION } = process.env;
const { schema } = await createGraphQLSchema(JSON.parse(readFileSync(SPEC, 'utf8')), {
  baseUrl: UPSTREAM,
  headers: { authorization: AUTHORIZATION },
  viewer: false,
});
createServer(createYoga({ schema, logging: false })).listen(Number(PORT), '127.0.0.1');
