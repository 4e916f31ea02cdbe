/** Recordings and files of messages: their addresses on this server, and their bytes as Twilio streams them. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { ApiError, badInput } from '../../errors.ts';
import { checkKey, keyArgument, lineage, type Registry, type Sids } from '../../model/index.ts';
import { type Row, read } from '../rows/index.ts';
import type { Twilio } from '../sdk/index.ts';
import type { Transport } from '../transport/index.ts';

export const formats = ['mp3', 'wav'] as const;
export type Format = (typeof formats)[number];

/** Where a file is: at a path of this server, or in storage of the account's owner. */
export type Address = { readonly path: string } | { readonly elsewhere: string };

/** The address of a recording's audio; `null` until it is completed, and once it is deleted. */
export const recordingAddress = (row: Row, format: Format): Address | null => {
  if (read(row, 'status') !== 'completed') return null;
  const stored = row.json.media_url;
  // Accounts with external storage read recordings there: this server opens files of Twilio only.
  if (typeof stored === 'string' && URL.canParse(stored) && !new URL(stored).hostname.endsWith('.twilio.com'))
    return { elsewhere: stored };
  return { path: `/media/recordings/${row.sids.join('/')}.${format}` };
};
export const contentPath = ({ sids }: Row): string => `/media/messages/${sids.join('/')}`;

/** A client's request for a file. `headers` are those of ranges and conditions. */
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

  /** Opens the file at a path of this server. Throws bad input for an impossible path, before anything is sent. */
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
        { entity: isAudio(path) ? 'Recording' : 'Media', operation: 'file' },
      );
      if (!REDIRECTS.includes(response.statusCode)) return this.#checked(response, method, headers, isAudio(path));
      discard(response.body);
      if (redirects === MAX_REDIRECTS) throw unreadable('is redirected too many times');
      const next = [response.headers.location ?? []].flat()[0] ?? '';
      if (!URL.canParse(next, url)) throw unreadable('is redirected to an invalid address');
      url = new URL(next, url);
    }
  }

  /** Twilio's address of the file at a path of this server. */
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
    return lineage(this.#registry.get(name)).map((step, i) => {
      const sid = checkKey(step, given[i] ?? '', keyArgument(step));
      // Elsewhere a SID may have an unexpected prefix. Files have few types, and a mixed-up path must not reach Twilio.
      const prefixes = [step.sid ?? []].flat();
      if (!prefixes.some((prefix) => sid.startsWith(prefix)))
        throw badInput(keyArgument(step), `must begin with ${prefixes.join(' or ')}`);
      return sid;
    });
  }

  async #checked(
    { statusCode: status, headers, body }: Dispatcher.ResponseData,
    method: FileRequest['method'],
    asked: FileRequest['headers'],
    audio: boolean,
  ): Promise<OpenFile> {
    const refuse = (what: string) => {
      discard(body);
      return unreadable(what);
    };
    const conditional = 'if-none-match' in asked || 'if-modified-since' in asked;
    if (status !== 200 && !('range' in asked && [206, 416].includes(status)) && !(conditional && status === 304))
      throw refuse(`was answered with HTTP ${status}, which does not fit`);
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      throw refuse('is compressed although that was not requested');
    if (Number(headers['content-length'] ?? 0) > this.#transport.maxFileBytes)
      throw refuse(`is larger than ${this.#transport.maxFileBytes} bytes`);
    const type = String(headers['content-type'] ?? '').toLowerCase();
    if (status < 300 && audio && /^text\/|[/+](xml|json|html)\b/.test(type)) throw refuse('is not audio');
    const mustHaveBytes = status === 200 && (audio || /^(audio|video|image)\//.test(type));
    if (mustHaveBytes && (headers['content-length'] === '0' || (method === 'GET' && (await isEmpty(body)))))
      throw refuse('has no bytes');
    return { status, headers, body };
  }
}

const isAudio = (path: string): boolean => path.startsWith('/media/recordings/');

/** Waits for the first bytes; leaves them to be read. */
const isEmpty = async (body: Readable): Promise<boolean> => {
  if (body.readableLength > 0 || body.readableEnded) return body.readableLength === 0;
  const broken = () => {
    throw new ApiError('UPSTREAM_INTERRUPTED', 'The connection to Twilio broke before the file began.');
  };
  await Promise.race([once(body, 'readable'), once(body, 'close')]).catch(broken);
  return body.readableLength === 0;
};

/** Reads the rest of a small answer that is not used; aborts a large one. */
const discard = (body: Dispatcher.ResponseData['body']): void => {
  body.dump().catch(() => {});
};
const unreadable = (what: string) => new ApiError('UPSTREAM_UNREADABLE', `The file ${what}.`);
