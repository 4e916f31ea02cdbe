/** Loaded ahead of every system under test: tells the benchmark what its process has used, whatever its code is. */
if (process.send) {
  process.on('message', (message) => {
    if (message?.ask !== 'usage') return;
    const { user, system } = process.cpuUsage();
    process.send({ cpuMicros: user + system, rss: process.memoryUsage.rss() });
  });
  process.channel.unref();
}
