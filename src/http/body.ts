/** Reads the body of a request within a limit, decompressed if its client compressed it. */
import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Rejection } from './rejection.ts';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The limit is that of the decompressed body. Throws a {@link Rejection}. */
export const readBody = (request: IncomingMessage, maxBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const tooLarge = () =>
      new Rejection(413, `The body must not be larger than ${maxBytes / 1024} kB.`, {
        code: 'REQUEST_ENTITY_TOO_LARGE',
      });
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return reject(tooLarge());
    const decoder = decoderOf(request);
    if (decoder === undefined)
      return reject(
        new Rejection(415, 'The Content-Encoding must be gzip, deflate or br.', {
          headers: { 'accept-encoding': 'gzip, deflate, br' },
        }),
      );
    const chunks: Buffer[] = [];
    let bytes = 0;
    const body: Readable = decoder ? request.pipe(decoder) : request;
    const fail = (error: Error) => {
      body.removeListener('data', take);
      if (decoder) {
        request.unpipe(decoder);
        decoder.destroy();
      }
      // What is still to come is thrown away.
      request.resume();
      reject(error);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) fail(tooLarge());
      else chunks.push(chunk);
    };
    body.on('data', take);
    body.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once('error', fail);
    decoder?.once('error', () => fail(new Rejection(400, 'The body is not what its Content-Encoding says.')));
  });

/** `null`: the body is as it is; `undefined`: nobody here can decode it. */
const decoderOf = ({ headers }: IncomingMessage): Transform | null | undefined => {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  return !encoding || encoding === 'identity' ? null : DECODERS[encoding]?.();
};
