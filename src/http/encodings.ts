/** How a long answer may be packed, and which way a client wants it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
/** What a client may accept, the smallest first. */
const encodings = {
  br: (bytes: Buffer) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
  identity: (bytes: Buffer) => Promise.resolve(bytes),
};
export type Encoding = keyof typeof encodings;

export const pack = async (text: Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> =>
  Buffer.from(await encodings[encoding](text));

/** By the header accept-encoding. */
export const chosenEncoding = (accepted: string | null): Encoding => {
  const offers = (accepted ?? '').split(',').map((offer) => offer.replace(/\s/g, '').toLowerCase().split(';q='));
  const wanted = offers.filter(([, quality]) => Number(quality ?? 1) > 0).map(([name]) => name);
  return wanted.includes('br') ? 'br' : wanted.includes('gzip') ? 'gzip' : 'identity';
};
