/** The log's levels, which may change while it is written, and names that a client chose. */
import { expect, test } from 'vitest';
import type { OperationEvent } from '../../../src/events.ts';
import { safeName } from '../../../src/observe/lines.ts';
import { createLogs } from '../../../src/observe/log.ts';

const operation: OperationEvent = {
  request: undefined,
  name: 'Calls',
  caller: 'node',
  type: 'query',
  codes: [],
  predicted: 1,
  actual: 1,
  durationMs: 1.4,
  endedAt: 10,
  trace: {},
};

test('each connection has its own level, which may change at any time', () => {
  const lines: string[] = [];
  const logs = createLogs({ write: (line) => lines.push(line) });
  const [one, two] = [logs.connection('one'), logs.connection('two', 'info')];
  const told = () => {
    one.observer.operation?.(operation);
    two.observer.operation?.(operation);
    return lines.splice(0).map((line) => JSON.parse(line).connection);
  };
  expect(told()).toEqual(['two']);
  one.level = 'debug';
  two.level = 'error';
  expect([told(), one.level, two.level]).toEqual([['one'], 'debug', 'error']);
});

test('what the server itself says always shows', () => {
  const lines: string[] = [];
  const logs = createLogs({ write: (line) => lines.push(line) });
  logs.connection('one', 'fatal').log('limit divided', { nodes: 2 });
  logs.log('fatal', { error: 'Error' });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { time: expect.any(String), level: 'warn', connection: 'one', event: 'limit divided', nodes: 2 },
    { time: expect.any(String), level: 'fatal', event: 'fatal', error: 'Error' },
  ]);
});

test.each([
  ['RecentCalls', 'RecentCalls'],
  ['Top10', 'Top10'],
  ['To15005550006', 'To###########'],
  ['a1b5c0d0e5f', 'a#b#c#d#e#f'],
  [`Q_${'f'.repeat(32)}`, 'Q_#'],
  ['ü\n{"level":60}', 'level60'],
  ['x'.repeat(1000), 'x'.repeat(64)],
  ['till of ada@example.com', 'tillof#'],
  ['till-1.1.1.1', 'till-#'],
  ['till 1.1.1.1', 'till#'],
])('of the name %j the log has %j', (name, logged) => {
  expect(safeName(name)).toBe(logged);
});
