/** The systems that are compared: how each is started, and in which words it is asked. */
import { fileURLToPath } from 'node:url';
import { bare, omnigraph, openapiToGraphql, ours } from './dialects.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const HIVE = here('node_modules/@graphql-hive/gateway/dist/bin.js');
const MESH_COMPOSE = here('node_modules/@graphql-mesh/compose-cli/esm/bin.js');

/** `supergraph` is where Mesh writes what Hive Gateway reads. */
export const systems = ({ account, supergraph }) => [
  {
    name: 'twilio-graphql',
    // As its user starts it; for load, without its limit.
    args: [here('../../dist/bundle/main.js')],
    argsForLoad: [here('systems/ours.mjs')],
    dialect: ours,
  },
  {
    name: 'Omnigraph (Mesh)',
    args: [here('systems/omnigraph.mjs')],
    dialect: omnigraph(account),
  },
  {
    name: 'Hive Gateway',
    prepare: [MESH_COMPOSE, '-c', here('systems/mesh.config.mjs'), '-o', supergraph],
    args: [HIVE, 'supergraph', supergraph, '--host', '127.0.0.1', '--fork', '1'],
    dialect: omnigraph(account),
  },
  {
    name: 'openapi-to-graphql',
    args: [here('systems/openapiToGraphql.mjs')],
    dialect: openapiToGraphql(account),
  },
  {
    name: 'yoga + SDK',
    args: [here('systems/bare.mjs')],
    dialect: bare,
  },
  {
    name: 'undici, pick',
    args: [here('systems/proxy.mjs')],
    env: { PROXY_MODE: 'pick' },
    dialect: { messages: ours.messages },
  },
  {
    name: 'undici, bytes',
    args: [here('systems/proxy.mjs')],
    env: { PROXY_MODE: 'bytes' },
    // It passes Twilio's answer on as it is.
    dialect: { messages: { ...ours.messages, rows: ({ messages }) => messages } },
  },
];
