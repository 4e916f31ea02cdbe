/** Generated contents of recordings and message media: of the stated type and length, the same at every start. */
import type { IncomingHttpHeaders } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import type { HttpAnswer } from './http.ts';
import { hex } from './sids.ts';

export interface File {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A file has the address of its resource, without `.json`. */
const RECORDING = /^(\/2010-04-01\/Accounts\/[^/]+\/Recordings\/[^/.]+)(\.mp3|\.wav)?$/;
const MEDIA = /^\/2010-04-01\/Accounts\/[^/]+\/Messages\/[^/]+\/Media\/[^/.]+$/;

/** The path of the resource that this file belongs to; `undefined` if the path is not that of a file. */
export const resourceOf = (path: string): string | undefined => {
  const resource = RECORDING.exec(path)?.[1] ?? MEDIA.exec(path)?.[0];
  return resource && `${resource}.json`;
};

/** The file of a resource, given its JSON; `undefined` if it has none. */
export const fileAt = (path: string, json: Readonly<Record<string, unknown>>): File | undefined => {
  if (!RECORDING.test(path)) return picture(String(json.content_type));
  if (json.status !== 'completed') return undefined;
  const [seconds, channels] = [Number(json.duration), Number(json.channels ?? 1)];
  return path.endsWith('.mp3')
    ? { type: 'audio/mpeg', bytes: silence(seconds) }
    : { type: 'audio/x-wav', bytes: ticking(seconds, channels) };
};

/** The answer to a request for a file, or for a part of it. */
export const fileAnswer = ({ type, bytes }: File, asked: IncomingHttpHeaders): HttpAnswer => {
  const etag = `"${hex(`${type} ${bytes.length} ${bytes.toString('hex', 0, 44)}`)}"`;
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', etag };
  if (asked['if-none-match'] === etag) return { status: 304, headers, body: '' };
  const range = (asked['if-range'] ?? etag) === etag ? asked.range : undefined;
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (!first && !last)
    return { status: 200, headers: { ...headers, 'content-length': String(bytes.length) }, body: bytes };
  const from = first ? Number(first) : Math.max(0, bytes.length - Number(last));
  const to = Math.min(first && last ? Number(last) : Number.POSITIVE_INFINITY, bytes.length - 1);
  if (from > to) return { status: 416, headers: { 'content-range': `bytes */${bytes.length}` }, body: '' };
  const part = bytes.subarray(from, to + 1);
  const partial = { 'content-range': `bytes ${from}-${to}/${bytes.length}`, 'content-length': String(part.length) };
  return { status: 206, headers: { ...headers, ...partial }, body: part };
};

const RATE = 8000;

/** WAV, 8 bits at 8 kHz: a soft tick every second. */
const ticking = (seconds: number, channels: number): Buffer => {
  const second = Buffer.alloc(RATE * channels, 128);
  for (let i = 0; i < 400 * channels; i++) {
    const at = Math.floor(i / channels);
    second[i] = 128 + Math.round(24 * Math.sin((2 * Math.PI * 660 * at) / RATE) * (1 - at / 400));
  }
  const sound = Buffer.alloc(seconds * second.length, second);
  const head = Buffer.alloc(44);
  head.write('RIFF');
  head.writeUInt32LE(36 + sound.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * channels, 28);
  head.writeUInt16LE(channels, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
};

/** MP3: frames of 24 ms, MPEG-2 layer III at 8 kbit/s and 24 kHz in mono. A frame of zeros is silent. */
const silence = (seconds: number): Buffer => {
  const frame = Buffer.alloc(24);
  frame.writeUInt32BE(0xfff314c0);
  return Buffer.alloc(Math.round(seconds / 0.024) * frame.length, frame);
};

const picture = (type: string): File => {
  const bytes = PICTURES[type]?.();
  return bytes ? { type, bytes } : { type: 'text/plain', bytes: Buffer.from('The sandbox has no file of this kind.') };
};

const SIDE = 64;
const PICTURES: Readonly<Record<string, () => Buffer>> = {
  'image/png': () => {
    const rows = Array.from({ length: SIDE }, (_, y) => [0, ...Array.from({ length: SIDE }, (_, x) => 2 * (x + y))]);
    const head = Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0]);
    const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND')];
    return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
  },
  // A grey image: every coefficient is zero, and each table has a single one-bit code for that.
  'image/jpeg': () => {
    const part = (marker: number, content: number[]) => [0xff, marker, 0, content.length + 2, ...content];
    const table = (id: number) => part(0xc4, [id, 1, ...Array(15).fill(0), 0]);
    return Buffer.from([
      ...[0xff, 0xd8],
      ...part(0xdb, [0, ...Array(64).fill(1)]),
      ...part(0xc0, [8, 0, SIDE, 0, SIDE, 1, 1, 0x11, 0]),
      ...[...table(0x00), ...table(0x10)],
      ...part(0xda, [1, 1, 0, 0, 63, 0]),
      ...Array((SIDE / 8) ** 2 / 4).fill(0),
      ...[0xff, 0xd9],
    ]);
  },
  'image/gif': () => Buffer.from('R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
};

const chunk = (name: string, content = Buffer.alloc(0)): Buffer => {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};
