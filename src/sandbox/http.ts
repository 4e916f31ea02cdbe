/** The sandbox's HTTP answers, before they are written to a response. */
import type { ServerResponse } from 'node:http';
import { bodyOf, type TwilioError } from './errors.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  body: body === undefined ? '' : JSON.stringify(body),
});

export const errorAnswer = (error: TwilioError, headers: Readonly<Record<string, string>> = {}): HttpAnswer =>
  jsonAnswer(error.status, bodyOf(error), headers);

export const write = (response: ServerResponse, { status, headers, body }: HttpAnswer): void => {
  response.writeHead(status, { ...headers });
  response.end(body);
};
