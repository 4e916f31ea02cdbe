/** Chooses the connection that a request is for, and answers where there is none, or none that answers now. */
import type { RequestListener, ServerResponse } from 'node:http';
import { type RequestCode, requestCodes } from '../errors.ts';
import type { Access } from './access.ts';
import { unknownConnection } from './admission.ts';
import { PATH } from './endpoint.ts';
import { listPage } from './graphiql.ts';
import { HEADERS } from './headers.ts';
import { Rejection, reject } from './rejection.ts';

/** A connection that requests can be for. */
export interface Routed {
  readonly name: string;
  readonly suspended: boolean;
  /** Answers paths below its own base, such as `/graphql`. */
  readonly endpoint: RequestListener;
}
export interface RouterParts {
  readonly access: Access;
  readonly connections: readonly Routed[];
  /** The connection that also has the paths at the root. Each has its own below `/connections/{name}`. */
  readonly main: Routed | undefined;
  /** The process is ending. */
  draining(): boolean;
}

const OF_ONE = /^\/connections\/([^/?]+)(\/.*)$/s;

export const createRouter = ({ access, connections, main, draining }: RouterParts): RequestListener => {
  const byName = new Map(connections.map((each) => [each.name, each]));
  return (request, response) => {
    const [, name, rest] = OF_ONE.exec(request.url ?? '') ?? [];
    const connection = name === undefined ? main : byName.get(name);
    if (draining()) {
      response.setHeader('connection', 'close');
      return refuse(response, 503, 'SHUTTING_DOWN');
    }
    const refused = access.checkAddress(request);
    if (refused) return reject(response, refused);
    if ((request.url === '/' || rest === '/') && request.headers.accept?.includes('text/html')) {
      const only = name === undefined && connections.length === 1 ? connections[0] : connection;
      if (name === undefined && connections.length > 1) return list(response, connections);
      if (only) return void response.writeHead(302, { ...HEADERS, location: `${baseOf(only, main)}${PATH}` }).end();
    }
    if (!connection) return reject(response, unknownConnection());
    if (connection.suspended) return refuse(response, 503, 'SUSPENDED');
    if (rest !== undefined) request.url = rest;
    connection.endpoint(request, response);
  };
};

const baseOf = (connection: Routed, main: Routed | undefined): string =>
  connection === main ? '' : `/connections/${connection.name}`;

const list = (response: ServerResponse, connections: readonly Routed[]): void => {
  const html = listPage(connections.map(({ name }) => ({ name, path: `/connections/${name}${PATH}` })));
  const type = { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) };
  response.writeHead(200, { ...HEADERS, ...type }).end(html);
};

const refuse = (response: ServerResponse, status: number, code: RequestCode): void =>
  reject(response, new Rejection(status, requestCodes[code], { code }));
