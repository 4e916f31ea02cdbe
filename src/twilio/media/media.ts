/** Recordings and files of messages: the addresses that this server gives them, and their bytes as Twilio streams them. */
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { ApiError, badInput } from '../../errors.ts';
import { checkKey, keyArgument, lineage, type Registry, type Sids } from '../../model/index.ts';
import { type Row, read } from '../rows/index.ts';
import type { Twilio } from '../sdk/index.ts';
import type { Transport } from '../transport/index.ts';

export const formats = ['mp3', 'wav'] as const;
export type Format = (typeof formats)[number];

/** Where the sound of a recording can be had; `null` while, or since, there is none. */
export const recordingAddress = (row: Row, format: Format, origin: string): string | null => {
  if (read(row, 'status') !== 'completed') return null;
  const stored = row.json.media_url;
  // Whoever has Twilio store recordings elsewhere reads them there: this server opens nothing but Twilio.
  if (typeof stored === 'string' && URL.canParse(stored) && !new URL(stored).hostname.endsWith('.twilio.com'))
    return stored;
  return `${origin}/media/recordings/${row.sids.join('/')}.${format}`;
};
export const contentAddress = ({ sids }: Row, origin: string): string => `${origin}/media/messages/${sids.join('/')}`;

/** What the client asks of a file: the headers are those by which it asks for a part, or for news only. */
export interface FileRequest {
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}
export interface OpenFile {
  /** 200, 206, 304 or 416. */
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly body: Readable;
}

const accounts = '/2010-04-01/Accounts';
const RECORDING = '/media/recordings/{AccountSid}/{RecordingSid}.mp3';
const MESSAGE = '/media/messages/{AccountSid}/{MessageSid}/{MediaSid}';
const MAX_REDIRECTS = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export class Media {
  readonly #client: Twilio;
  readonly #transport: Transport;
  readonly #registry: Registry;

  constructor(client: Twilio, transport: Transport, registry: Registry) {
    this.#client = client;
    this.#transport = transport;
    this.#registry = registry;
  }

  /** Opens what lies at a path of this server. Throws bad input, before anything is sent, for what cannot be one. */
  async open(path: string, { method, headers, signal }: FileRequest): Promise<OpenFile> {
    let url = this.#locate(path);
    for (let redirects = 0; ; redirects++) {
      const response = await this.#transport.open(
        {
          method,
          uri: url.href,
          username: this.#client.username ?? '',
          password: this.#client.password ?? '',
          headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'twilio-graphql', ...headers },
        },
        signal,
        { entity: path.startsWith('/media/recordings/') ? 'Recording' : 'Media', operation: 'file' },
      );
      if (!REDIRECTS.includes(response.statusCode)) return this.#checked(response, headers);
      discard(response.body);
      if (redirects === MAX_REDIRECTS) throw unreadable('is redirected without end');
      const next = [response.headers.location ?? []].flat()[0] ?? '';
      if (!URL.canParse(next, url)) throw unreadable('is redirected to no address');
      url = new URL(next, url);
    }
  }

  /** Twilio's address of what a path of this server names. */
  #locate(path: string): URL {
    const { api, edge, region } = this.#client;
    const url = new URL(api.baseUrl);
    url.hostname = this.#client.getHostname(url.hostname, edge, region);
    url.pathname = this.#pathOf(path);
    return url;
  }

  #pathOf(path: string): string {
    const [, , kind, ...names] = path.split('/');
    if (kind === 'recordings' && names.length === 2) {
      const [own = '', format] = names[1]?.split(/\.(.*)/s) ?? [];
      const [account, recording] = this.#sids('Recording', [names[0] ?? '', own]);
      if (!formats.some((known) => known === format)) throw badInput('path', 'must end with .mp3 or .wav');
      return `${accounts}/${account}/Recordings/${recording}.${format}`;
    }
    if (kind === 'messages' && names.length === 3) {
      const [account, message, media] = this.#sids('Media', names);
      return `${accounts}/${account}/Messages/${message}/Media/${media}`;
    }
    throw badInput('path', `must be ${RECORDING} or ${MESSAGE}`);
  }

  #sids(name: string, given: Sids): Sids {
    return lineage(this.#registry.get(name)).map((step, i) => checkKey(step, given[i] ?? '', keyArgument(step)));
  }

  #checked({ statusCode: status, headers, body }: Dispatcher.ResponseData, asked: FileRequest['headers']): OpenFile {
    const refuse = (what: string) => {
      discard(body);
      return unreadable(what);
    };
    const conditional = 'if-none-match' in asked || 'if-modified-since' in asked;
    if (status !== 200 && !('range' in asked && [206, 416].includes(status)) && !(conditional && status === 304))
      throw refuse(`was answered with HTTP ${status}, which does not fit`);
    if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw refuse('came compressed, unasked');
    if (Number(headers['content-length'] ?? 0) > this.#transport.maxFileBytes)
      throw refuse(`is larger than ${this.#transport.maxFileBytes} bytes`);
    return { status, headers, body };
  }
}

/** Reads what is left of an answer that nobody wants, if it is little; cuts it off otherwise. */
const discard = (body: Dispatcher.ResponseData['body']): void => {
  body.dump().catch(() => {});
};
const unreadable = (what: string) => new ApiError('UPSTREAM_UNREADABLE', `The file ${what}.`);
