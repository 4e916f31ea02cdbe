/** Files of a stand-in Twilio, and a client that takes what it gets of them as it comes. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { sid } from './rows.ts';
import { ACCOUNT } from './server.ts';
import type { Answer } from './standIn.ts';

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The connection broke before the answer was complete. */
  readonly cut: boolean;
  readonly code: string | undefined;
}
/** Sends the path as it stands: fetch would tidy it up. */
export const getFrom = (
  server: { readonly url: string },
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      const cut = await (async () => {
        for await (const chunk of response) chunks.push(chunk);
      })().then(
        () => false,
        () => true,
      );
      const bytes = Buffer.concat(chunks);
      const text = bytes.toString();
      const isJson = response.headers['content-type']?.includes('json') && text !== '';
      const code = isJson ? JSON.parse(text).errors[0].extensions.code : undefined;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text, cut, code });
    });
    sent.on('error', reject).end();
  });

export const SOUND = `/media/recordings/${ACCOUNT}/${sid('RE')}.mp3`;
export const PICTURE = `/media/messages/${ACCOUNT}/${sid('MM')}/${sid('ME')}`;
export const AT_TWILIO = `/2010-04-01/Accounts/${ACCOUNT}/Messages/${sid('MM')}/Media/${sid('ME')}`;
export const BYTES = Buffer.from('0123456789');

/** A file as Twilio or its CDN sends it, with headers that are nobody's business. */
export const file =
  (headers: Record<string, string | number> = {}, status = 200, bytes: Buffer | string = BYTES): Answer =>
  (response) => {
    response.writeHead(status, {
      'content-type': 'audio/mpeg',
      'content-length': bytes.length,
      'set-cookie': 'a=b',
      server: 'nginx',
      'twilio-request-id': 'RQ1',
      ...headers,
    });
    response.end(bytes);
  };
export const redirect = (location: string, status = 307): Answer => [status, undefined, { location }];
export const wait = (ms: number) => new Promise((later) => setTimeout(later, ms));
