/**
 * Preloaded into a server: the longest turn of its event loop, in milliseconds of processor time of the main thread, which
 * other processes of a busy machine do not add to. SIGUSR2 writes it to the file TURNS and begins anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.TURNS) {
  const stat = `/proc/self/task/${process.pid}/schedstat`;
  const cpu = () => Number(readFileSync(stat, 'latin1').split(' ', 1)[0]) / 1e6;
  let longest = { cpu: 0, wall: 0 };
  let last = { cpu: cpu(), wall: performance.now() };
  const turn = () => {
    const now = { cpu: cpu(), wall: performance.now() };
    longest = { cpu: Math.max(longest.cpu, now.cpu - last.cpu), wall: Math.max(longest.wall, now.wall - last.wall) };
    last = { cpu: cpu(), wall: performance.now() };
    setImmediate(turn).unref();
  };
  turn();
  process.on('SIGUSR2', () => {
    writeFileSync(process.env.TURNS, JSON.stringify(longest));
    longest = { cpu: 0, wall: 0 };
    last = { cpu: cpu(), wall: performance.now() };
  });
}
