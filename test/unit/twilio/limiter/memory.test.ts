/** What running operations hold is counted exactly, and when it is much, long lists are read one after the other. */
import { expect, test } from 'vitest';
import { Cancellation } from '../../../../src/cancellation.ts';
import { ApiError } from '../../../../src/errors.ts';
import { OperationMemory, type ScanMemory } from '../../../../src/twilio/limiter/memory.ts';
import { ProcessMemory } from '../../../../src/twilio/limiter/processMemory.ts';
import { chance } from '../../../support/chance.ts';

const pageOf = (rows: number, characters = 100) => ({
  rows: Array.from({ length: rows }, (_, i) => ({ json: { sid: i, text: 'x'.repeat(characters) } })),
});
const MUCH = 1024 * 1024;
const MANY_ROWS = 1_000_000;
const turns = () => new Promise((resolve) => setImmediate(resolve));

test('everything is free again when the operations have ended, whatever they did', async () => {
  const process = new ProcessMemory(MUCH);
  const { below, pick } = chance(20261129);
  const pages = Array.from({ length: 10 }, () => pageOf(below(300)));
  const work = async () => {
    const operation = new OperationMemory(pick([10, MANY_ROWS]), process);
    const stop = new Cancellation();
    const scan = operation.scan(() => pick(['a', 'b']));
    for (let i = below(8); i > 0; i--) {
      const page = pick(pages);
      const read = async () => {
        await turns();
        if (below(5) === 0) throw new Error('lost');
        return page;
      };
      const held = await pick([operation, scan])
        .read(pick([50, 1000]), stop, read)
        .catch(() => undefined);
      if (held && below(3) === 0) scan.free(held.rows);
      if (below(6) === 0) operation.clear();
      if (below(20) === 0) stop.abort(new ApiError('CANCELLED', 'gone'));
    }
    scan.end();
    operation.end();
    scan.free(pick(pages).rows);
    await operation.read(50, undefined, async () => pick(pages));
  };
  await Promise.all(Array.from({ length: 200 }, work));
  expect(process.bytes).toBe(0);
});

test('a page that several operations hold takes its memory once', async () => {
  const process = new ProcessMemory(MUCH);
  const page = pageOf(1000);
  const held: number[] = [];
  const operations = [1, 2, 3].map(() => new OperationMemory(MANY_ROWS, process));
  for (const operation of operations) {
    await operation.read(1000, undefined, async () => page);
    held.push(process.bytes);
  }
  const [first = 0, second = 0, third = 0] = held;
  expect(second - first).toBe(third - second);
  expect(second - first).toBeLessThan(first);
  for (const operation of operations) operation.end();
  expect(process.bytes).toBe(0);
});

test('when much is held, the oldest scan goes on, and the others when it has ended', async () => {
  const process = new ProcessMemory(MUCH);
  const operations = [1, 2, 3].map(() => new OperationMemory(MANY_ROWS, process));
  const scans = operations.map((operation, i) => operation.scan(() => String(i)));
  const read: number[] = [];
  const readBy = (scan: ScanMemory) =>
    scan.read(1000, undefined, async () => {
      read.push(scans.indexOf(scan));
      return pageOf(1000, 1000);
    });
  const [oldest, second, last] = scans as [ScanMemory, ScanMemory, ScanMemory];
  await readBy(oldest);
  const waiting = [readBy(second), readBy(last)];
  await readBy(oldest);
  await turns();
  expect(read).toEqual([0, 0]);
  oldest.end();
  await waiting[0];
  expect(read).toEqual([0, 0, 1]);
  second.end();
  await waiting[1];
  expect(read).toEqual([0, 0, 1, 2]);
});

test('those that read the same pages as the oldest go on with it, up to eight', async () => {
  const process = new ProcessMemory(MUCH);
  const scans = ['a', ...Array.from({ length: 10 }, () => 'b'), ...Array.from({ length: 10 }, () => 'a')].map((pages) =>
    new OperationMemory(MANY_ROWS, process).scan(() => pages),
  );
  const read: number[] = [];
  const [oldest, ...others] = scans;
  await oldest?.read(1000, undefined, async () => pageOf(1000, 1000));
  const waiting = others.map((scan, i) =>
    scan.read(1000, undefined, async () => {
      read.push(i);
      return pageOf(1000, 1000);
    }),
  );
  await turns();
  expect(read).toEqual([10, 11, 12, 13, 14, 15, 16]);
  for (const scan of scans) scan.end();
  await Promise.all(waiting);
});

test('others go on as soon as enough is free', async () => {
  const process = new ProcessMemory(MUCH);
  const large = new OperationMemory(MANY_ROWS, process);
  await large.read(1000, undefined, async () => pageOf(1000, 1000));
  const scans = [1, 2].map((n) => new OperationMemory(MANY_ROWS, process).scan(() => String(n)));
  await scans[0]?.read(1000, undefined, async () => pageOf(1));
  const waiting = scans[1]?.read(1000, undefined, async () => pageOf(1));
  let isOver = false;
  waiting?.then(() => {
    isOver = true;
  });
  await turns();
  expect(isOver).toBe(false);
  large.end();
  await waiting;
  expect(process.bytes).toBeLessThan(MUCH);
});

test('a scan that has not asked for a page yet holds up nobody', async () => {
  const process = new ProcessMemory(MUCH);
  const large = new OperationMemory(MANY_ROWS, process);
  await large.read(1000, undefined, async () => pageOf(1000, 2000));
  const [silent, other] = [1, 2].map((n) => new OperationMemory(MANY_ROWS, process).scan(() => String(n)));
  expect((await other?.read(1000, undefined, async () => pageOf(1)))?.rows.length).toBe(1);
  expect((await silent?.read(50, undefined, async () => pageOf(1)))?.rows.length).toBe(1);
  expect((await other?.read(1000, undefined, async () => pageOf(1)))?.rows.length).toBe(1);
});

test('a page that people look at never waits', async () => {
  const process = new ProcessMemory(MUCH);
  const operations = [1, 2, 3].map(() => new OperationMemory(MANY_ROWS, process));
  const [some, other] = operations.map((operation, i) => operation.scan(() => String(i)));
  await some?.read(1000, undefined, async () => pageOf(1000, 1000));
  expect((await other?.read(50, undefined, async () => pageOf(50)))?.rows.length).toBe(50);
});

test.each([
  ['before it waits', true],
  ['while it waits', false],
])('an operation that is aborted %s does not wait', async (_when, isBefore) => {
  const process = new ProcessMemory(MUCH);
  const [some, other] = [1, 2].map((n) => new OperationMemory(MANY_ROWS, process).scan(() => String(n)));
  await some?.read(1000, undefined, async () => pageOf(1000, 1000));
  const { bytes } = process;
  const stop = new Cancellation();
  const reason = new ApiError('CANCELLED', 'gone');
  if (isBefore) stop.abort(reason);
  const waiting = other?.read(1000, stop, async () => pageOf(1000));
  if (!isBefore) stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(process.bytes).toBe(bytes);
  some?.end();
  expect(process.bytes).toBe(bytes);
});

test('an operation that holds more than it may fails, and reads no more', async () => {
  const operation = new OperationMemory(10_000, new ProcessMemory(MUCH));
  let pages = 0;
  const read = () =>
    operation.read(1000, undefined, async () => {
      pages++;
      return pageOf(1000, 5000);
    });
  for (let i = 0; i < 9; i++) await read();
  await expect(read()).rejects.toMatchObject({ code: 'SCAN_LIMIT' });
  await expect(read()).rejects.toMatchObject({ code: 'SCAN_LIMIT' });
  expect(pages).toBe(10);
});
