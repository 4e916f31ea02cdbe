/** One connection's HTTP interface: GraphQL, GraphiQL's page and media files, and the plugins that an operation passes. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import compression from 'compression';
import { type DocumentNode, type ExecutionArgs, type GraphQLSchema, type ValidationRule, validate } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Observer } from '../events.ts';
import { execute } from '../execution/index.ts';
import { type AccessParts, createAccess } from './access.ts';
import { type Authentication, createAdmit } from './admission.ts';
import type { Authorize } from './authorization.ts';
import type { Charged, Pricing } from './cost.ts';
import type { Schemas } from './documents.ts';
import { maskError, type Report } from './errors.ts';
import { createExecute } from './execute.ts';
import type { Reporting } from './extensions.ts';
import { createGraphiQL, GRAPHIQL_PATH, type GraphiQLParts } from './graphiql.ts';
import { createGraphQL, MAX_ERRORS, type RequestContext } from './graphql.ts';
import { type Introspections, withIntrospectionCache } from './introspection.ts';
import { createMedia, type FileRights, MEDIA_PATH, type OpenFile } from './media.ts';
import type { Outcomes } from './outcomes.ts';
import { Rejection, reject } from './rejection.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';

export const PATH = '/graphql';
const MAX_BODY_BYTES = 256 * 1024;

export interface EndpointParts extends Omit<AccessParts, 'onRefusedOrigin'> {
  readonly schemas: Schemas;
  /** Answers to introspections of the whole schema that the build has made. */
  readonly introspections?: Introspections | undefined;
  /** What the resolvers of one request get. */
  readonly context: (client: RequestContext) => Reporting & Charged & Outcomes;
  /** Milliseconds that an operation may take; a client may ask for less. */
  readonly timeoutMs: number;
  readonly openFile: OpenFile;
  readonly files: FileRights;
  readonly pricing: Pricing;
  /** Why an operation is not allowed. */
  readonly authorize: Authorize;
  readonly authentication: Authentication;
  readonly trusted?: TrustedDocuments | undefined;
  /** Introspection and GraphiQL need no key: it is the sandbox. Nor do they on loopback. */
  readonly isSandbox: boolean;
  readonly report: Report;
  readonly observer?: Observer;
  /** What GraphiQL shows of the connection. */
  readonly shown: GraphiQLParts;
}

export const createEndpoint = (parts: EndpointParts): RequestListener => {
  const {
    schemas,
    context,
    openFile,
    files,
    pricing,
    authorize,
    authentication,
    isSandbox,
    report,
    observer = {},
    shown,
    timeoutMs,
  } = parts;
  const access = createAccess({ ...parts, onRefusedOrigin: (origin) => observer.refusedOrigin?.(origin) });
  const admit = createAdmit(authentication, access, shown.name);
  const isOpen = isSandbox || access.isOnLoopback;
  const mask = maskError(report);
  const query = (args: ExecutionArgs) => execute(args, () => schemas.introspected());
  const run = createExecute({
    authorize,
    pricing,
    run: withIntrospectionCache(query, observer, parts.introspections),
  });
  const yoga = createYoga<RequestContext, object>({
    schema: schemas.core,
    context: ({ signal, origin, headers, principal }) => context({ signal, origin, headers, principal }),
    // What follows concerns yoga's own HTTP handling, which is not used here, or its log, which would hold messages.
    graphqlEndpoint: PATH,
    landingPage: false,
    graphiql: false,
    logging: false,
    maskedErrors: { maskError: mask },
    parserAndValidationCache: false,
    plugins: [
      { onExecute: ({ setExecuteFn }) => setExecuteFn(run) },
      // What is wrong in the same way a thousand times need not be looked up, with suggestions, each time.
      {
        onValidate: ({ setValidationFn }) =>
          setValidationFn((schema: GraphQLSchema, document: DocumentNode, rules: readonly ValidationRule[]) =>
            validate(schema, document, rules, { maxErrors: MAX_ERRORS }),
          ),
      },
    ] as Plugin[],
  });
  const graphql = createGraphQL({
    yoga,
    schemas,
    access,
    admit,
    isOpen,
    maxBytes: MAX_BODY_BYTES,
    trusted: parts.trusted,
    timeoutMs,
    mask,
    observer,
  });
  const graphiql = createGraphiQL(shown, access, isOpen ? undefined : admit);
  const media = createMedia({ openFile, access, admit, authentication, files, report });
  const compress = compression();
  const listenerFor = (request: IncomingMessage): RequestListener => {
    if (isAt(request, PATH)) return isForBrowser(request) ? graphiql.page : graphql;
    return request.method === 'GET' && request.url?.startsWith(GRAPHIQL_PATH) ? graphiql.file : notFound;
  };
  return (request, response) => {
    if (request.url?.startsWith(MEDIA_PATH)) return media(request, response);
    const answer = listenerFor(request);
    // Most programs do not ask for compression, and should not pay for the question.
    if (request.headers['accept-encoding'] === undefined) answer(request, response);
    else compress(request, response, () => answer(request, response));
  };
};

const pathOf = ({ url = '' }: IncomingMessage): string => url.replace(/\?.*$/s, '');
const isAt = (request: IncomingMessage, path: string): boolean => pathOf(request) === path;

/** A person who opens the address of the API gets GraphiQL. */
const isForBrowser = (request: IncomingMessage): boolean =>
  request.method === 'GET' && request.headers.accept?.includes('text/html') === true;

const notFound = (_request: IncomingMessage, response: ServerResponse): void =>
  reject(response, new Rejection(404, `There is nothing at this path. GraphQL is at ${PATH}.`));
