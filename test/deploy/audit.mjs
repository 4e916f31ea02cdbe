/**
 * `npm run audit`: fails on known vulnerabilities of production packages that are high or critical, and on everything
 * that keeps them from being looked up. A refusal by which mirrors of the registry say that they do not offer audits is no
 * failure. It is reported, so that nobody takes it for a clean result.
 */
import { spawnSync } from 'node:child_process';

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const read = () => {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
};
const end = (code, line) => {
  console.log(`audit: ${line}`);
  process.exit(code);
};

/** Not found, not allowed, not implemented. */
const NOT_OFFERED = [404, 405, 501];

const { statusCode, message, vulnerabilities = {}, metadata } = read();
if (NOT_OFFERED.includes(statusCode)) end(0, `NOT DONE: this registry does not offer audits (${statusCode})`);
const counts = metadata?.vulnerabilities;
if (!counts) end(1, `FAILED: ${(message ?? stderr.trim()) || 'npm said nothing'}`);
const severe = Object.values(vulnerabilities).filter(({ severity }) => severity === 'high' || severity === 'critical');
for (const { name, severity, via } of severe) {
  const titles = via.map((each) => (typeof each === 'string' ? `through ${each}` : each.title));
  console.log(`${severity}: ${name}: ${titles.join('; ')}`);
}
if (severe.length > 0) end(1, `FAILED: ${severe.length} packages with high or critical vulnerabilities`);
end(
  0,
  `passed: nothing high or critical among ${metadata.dependencies?.prod ?? 'all'} packages, ${counts.total} others`,
);
