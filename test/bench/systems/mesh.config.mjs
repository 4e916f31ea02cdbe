/** What Mesh composes for Hive Gateway: one subgraph from Twilio's OpenAPI. */
import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

const { SPEC, UPSTREAM, AUTHORIZATION } = process.env;
export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadOpenAPISubgraph('twilio', {
        source: SPEC,
        endpoint: UPSTREAM,
        operationHeaders: { authorization: AUTHORIZATION },
      }),
    },
  ],
});
