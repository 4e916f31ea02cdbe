/**
 * Text that is compressed once and ends in another way each time, as one member of gzip: browsers and curl read only
 * the first member of an answer. An open member has no last block; its checksum and length follow it.
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRawSync, gunzip, gzip, gzipSync } from 'node:zlib';

const OPEN = { finishFlush: constants.Z_SYNC_FLUSH };
const TRAILER_BYTES = 8;

const trailer = (checksum: number, length: number): Buffer => {
  const bytes = Buffer.alloc(TRAILER_BYTES);
  bytes.writeUInt32LE(checksum, 0);
  bytes.writeUInt32LE(length, 4);
  return bytes;
};
const withTrailer = (blocks: Buffer, text: Buffer | string): Buffer =>
  Buffer.concat([blocks, trailer(crc32(text), Buffer.byteLength(text))]);

export const openGzipSync = (text: string, level: number): Buffer =>
  withTrailer(gzipSync(text, { ...OPEN, level }), text);
export const openGzip = async (text: Buffer, level: number): Promise<Buffer> =>
  withTrailer(await promisify<Buffer, object, Buffer>(gzip)(text, { ...OPEN, level }), text);

/** The whole text, compressed. */
export const closeGzip = (open: Buffer, end: string): Buffer => {
  const at = open.length - TRAILER_BYTES;
  const length = open.readUInt32LE(at + 4) + Buffer.byteLength(end);
  return Buffer.concat([open.subarray(0, at), deflateRawSync(end), trailer(crc32(end, open.readUInt32LE(at)), length)]);
};

export const unzip: (bytes: Buffer) => Promise<Buffer> = promisify(gunzip);
