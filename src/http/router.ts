/** Which connection a request is for, and what it hears where there is none that answers now. */
import type { RequestListener, ServerResponse } from 'node:http';
import { type RequestCode, requestCodes } from '../errors.ts';
import { HEADERS } from './headers.ts';

/** A connection that requests may be for. */
export interface Routed {
  readonly name: string;
  readonly suspended: boolean;
  /** Answers paths below its own, such as `/graphql`. */
  readonly endpoint: RequestListener;
}
export interface RouterParts {
  readonly connections: readonly Routed[];
  /** Whose paths are the server's own. Every one has its paths below `/connections/{name}`. */
  readonly main: Routed | undefined;
  /** The process is ending. */
  draining(): boolean;
}

const OF_ONE = /^\/connections\/([^/?]+)(\/.*)$/s;

export const createRouter = ({ connections, main, draining }: RouterParts): RequestListener => {
  const byName = new Map(connections.map((each) => [each.name, each]));
  return (request, response) => {
    const [, name, rest] = OF_ONE.exec(request.url ?? '') ?? [];
    const connection = name === undefined ? main : byName.get(name);
    if (draining()) {
      response.setHeader('connection', 'close');
      return refuse(response, 503, 'SHUTTING_DOWN');
    }
    // A person who opens the root, or a connection's, is looking for GraphiQL.
    const asked = name === undefined ? (main ?? connections[0]) : connection;
    const isRoot = request.url === '/' || rest === '/';
    if (isRoot && asked && request.headers.accept?.includes('text/html')) {
      const base = asked === main ? '' : `/connections/${asked.name}`;
      response.writeHead(302, { ...HEADERS, location: `${base}/graphql` }).end();
      return;
    }
    if (!connection) return refuse(response, 404, 'UNKNOWN_CONNECTION');
    if (connection.suspended) return refuse(response, 503, 'SUSPENDED');
    if (rest !== undefined) request.url = rest;
    connection.endpoint(request, response);
  };
};

/** In the form of a GraphQL answer, so that any client can read it. */
const refuse = (response: ServerResponse, status: number, code: RequestCode): void => {
  const body = JSON.stringify({ errors: [{ message: requestCodes[code], extensions: { code } }] });
  response
    .writeHead(status, {
      ...HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
};
