/** GraphQL Mesh's OpenAPI loader (Omnigraph) on yoga, as its documentation shows it. */
import { createServer } from 'node:http';
import { loadGraphQLSchemaFromOpenAPI } from '@omnigraph/openapi';
import { createYoga } from 'graphql-yoga';

const { SPEC, UPSTREAM, PORT, AUTHORIZATION } = process.env;
const schema = await loadGraphQLSchemaFromOpenAPI('twilio', {
  source: SPEC,
  cwd: '/',
  endpoint: UPSTREAM,
  operationHeaders: { authorization: AUTHORIZATION },
});
createServer(createYoga({ schema, logging: false })).listen(Number(PORT), '127.0.0.1');
