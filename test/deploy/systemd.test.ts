/** The unit is one that systemd accepts, and its variables are settings of the server. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { serverSettings, settings } from '../../src/config/settings.ts';

const UNIT = fileURLToPath(new URL('../../deploy/systemd/twilio-graphql.service', import.meta.url));
const lines = readFileSync(UNIT, 'utf8').split('\n');
const values = (name: string) =>
  lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));

test('its variables are settings', () => {
  const known = [...Object.keys(settings), 'NODE_ENV', 'XDG_RUNTIME_DIR'];
  const names = values('Environment').map((text) => text.split('=')[0]);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(known).toContain(name);
});

test('its state lies where systemd lets it write, and it has time to drain', () => {
  expect(values('Environment')).toContain(`TWILIO_GRAPHQL_STATE=/var/lib/${values('StateDirectory')[0]}`);
  expect(values('Environment')).toContain(`XDG_RUNTIME_DIR=/run/${values('RuntimeDirectory')[0]}`);
  const drainMs = serverSettings.TWILIO_GRAPHQL_DRAIN_MS.parse(undefined);
  expect(Number(values('TimeoutStopSec')[0]) * 1000).toBeGreaterThan(drainMs);
});

test('it is confined', () => {
  const confined = [
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'DynamicUser=yes',
  ];
  for (const line of confined) expect(lines).toContain(line);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
test.runIf(hasSystemd)('systemd accepts it', () => {
  expect(execFileSync('systemd-analyze', ['verify', UNIT], { encoding: 'utf8' })).toBe('');
});
