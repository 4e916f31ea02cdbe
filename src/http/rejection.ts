/** A request that is refused before any of it runs, and the answer that its client gets. */
import type { ServerResponse } from 'node:http';
import type { Code, RequestCode } from '../errors.ts';
import { HEADERS } from './headers.ts';

export class Rejection extends Error {
  readonly status: number;
  readonly code: RequestCode | Code;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    message: string,
    {
      code = 'BAD_REQUEST',
      headers = {},
    }: { code?: RequestCode | Code; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Writes the rejection in the form of a GraphQL answer, so that any client can read it. */
export const reject = (
  response: ServerResponse,
  { status, message, code, headers }: Rejection,
  cors: Readonly<Record<string, string>> = {},
): void => writeError(response, status, message, { code }, { ...cors, ...headers });

export const writeError = (
  response: ServerResponse,
  status: number,
  message: string,
  extensions: object,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  const all = {
    ...HEADERS,
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  response.writeHead(status).end(body);
};
