/** The HTTP face: yoga with its plugins in the order in which a request meets them. */
import type { RequestListener } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Observer } from '../events.ts';
import { type Signal, Stop } from '../signal.ts';
import { useCompiled } from './compiled.ts';
import { type Charged, type Pricing, useCost } from './cost.ts';
import { createDirect, type DirectContext } from './direct.ts';
import { maskError, type Report } from './errors.ts';
import { useGraphiQL } from './graphiql.ts';
import { jsonOnly, knownHost, ownOrigin, readableQuery, useGuards } from './guards.ts';
import { useSafeHeaders } from './headers.ts';
import { useIntrospectionCache } from './introspection.ts';
import { createMedia, MEDIA_PATH, type OpenFile } from './media.ts';
import { type Reporting, useReport } from './report.ts';
import { useSizeLimit } from './size.ts';
import { useWatch } from './watch.ts';

export const PATH = '/graphql';
const MAX_BODY_BYTES = 256 * 1024;

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  /**
   * What the resolvers of one request get; `signal` is aborted when its client has gone, `origin` is where that client
   * found this server.
   */
  readonly context: (signal: Signal, origin: string) => Reporting & Charged;
  readonly openFile: OpenFile;
  readonly pricing: Pricing;
  /** The address that the server listens on. */
  readonly boundTo: string;
  readonly report: Report;
  readonly observer?: Observer;
}

export const createEndpoint = (parts: EndpointParts): RequestListener => {
  const graphql = createGraphQL(parts);
  const media = createMedia(parts);
  return (request, response) => (request.url?.startsWith(MEDIA_PATH) ? media : graphql)(request, response);
};

const createGraphQL = ({
  schema,
  context,
  pricing,
  boundTo,
  report,
  observer = {},
}: EndpointParts): RequestListener => {
  const guards = [knownHost(boundTo), ownOrigin, jsonOnly, readableQuery];
  const mask = maskError(report);
  const plugins = [
    useSafeHeaders(),
    useGuards(guards),
    useGraphiQL(PATH),
    useWatch(observer),
    useSizeLimit(),
    useReport(),
    useCost(pricing),
    useIntrospectionCache(observer),
    useCompiled(),
  ] as readonly Plugin[];
  const yoga = createYoga<DirectContext, object>({
    schema,
    context: ({ request, gone }) => context(gone ?? goneWith(request.signal), new URL(request.url).origin),
    graphqlEndpoint: PATH,
    cors: false,
    batching: false,
    multipart: false,
    landingPage: false,
    graphiql: false,
    maxRequestBodySize: MAX_BODY_BYTES,
    maskedErrors: { maskError: mask },
    // Yoga would log errors with their messages.
    logging: false,
    plugins: [...plugins],
  });
  return createDirect({ yoga, plugins, path: PATH, guards, maxBytes: MAX_BODY_BYTES, mask });
};

/** One listener for each request, however many wait for it. */
const goneWith = (signal: AbortSignal): Signal => {
  const gone = new Stop();
  if (signal.aborted) gone.abort();
  else signal.addEventListener('abort', () => gone.abort(), { once: true });
  return gone;
};
