/** Loaded ahead of every system under test: tells what its process has used and sent, and holds it up if it is asked to. */
import { subscribe } from 'node:diagnostics_channel';

const watchSending = () => {
  const sent = [];
  let from = 0;
  // undici writes between the two, in one go.
  subscribe('undici:client:sendHeaders', () => {
    from = performance.now();
  });
  subscribe('undici:request:bodySent', () => sent.push({ from, to: performance.now() }));
  return sent;
};

const block = (forMs) => {
  const until = performance.now() + forMs;
  while (performance.now() < until);
};

const usage = () => {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, rss: process.memoryUsage.rss() };
};

if (process.send) {
  let sent = [];
  const answers = {
    usage,
    watch: () => {
      sent = watchSending();
      return {};
    },
    sent: () => ({ sent }),
    block: ({ forMs, everyMs }) => {
      setInterval(block, everyMs, forMs).unref();
      return {};
    },
  };
  process.on('message', (message) => {
    const answer = answers[message?.ask];
    if (answer) process.send(answer(message));
  });
  process.channel.unref();
}
