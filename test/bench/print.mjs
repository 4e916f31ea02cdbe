/** The results as tables to read, in the form that a README takes. */
const count = (number) => (number === undefined ? '—' : number.toLocaleString('en'));

const table = (head, rows) => {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(all[0]), line(widths.map((width) => '-'.repeat(width))), ...all.slice(1).map(line)].join('\n');
};

export const print = ({ date, machine, systems, queue, seconds }) => {
  const all = Object.entries(systems);
  const asked = all.filter(([, { table }]) => table);
  const names = asked.map(([name]) => name);
  const questions = Object.keys(asked[0]?.[1].table ?? {});
  const inOperations = ({ transactions, operations }, clients) =>
    operations > clients ? `${transactions} (in ${operations})` : `${transactions}`;
  const transactions = questions.map((question) => [
    question,
    ...asked.map(([, system]) => inOperations(system.table[question], question.startsWith('32') ? 32 : 1)),
  ]);
  const speed = all.map(([name, { startMs, startCpuMs, composeMs, readyMB, load }]) => [
    name,
    count(load.requestsPerSecond) + (load.wrong ? ` (${load.wrong} wrong)` : ''),
    load.p50ms,
    load.p99ms,
    count(load.cpuMicrosPerRequest),
    count(startMs) + (composeMs ? ` + ${count(composeMs)}` : ''),
    count(startCpuMs),
    readyMB,
    load.loadMB,
  ]);
  const limits = asked.flatMap(([name, { limit }]) =>
    Object.entries(limit).map(([condition, measured]) => [
      `${name}, ${condition}`,
      measured.runs,
      measured.sentInASecond,
      measured.smallestSentWindowMs,
      measured.surelyInASecond,
      measured.mostInASecond,
      measured.smallestWindowMs,
      measured.burstMs,
      [...new Set(measured.sustainedPerSecond)].join('–'),
    ]),
  );
  const growth = asked.map(([name, system]) => [
    name,
    ...Object.values(system.growth).map((cost) =>
      cost.failed ? '—' : `${inOperations(cost, 1)}, ${count(cost.ms)} ms`,
    ),
  ]);
  return `
${date}, Node ${machine.node}, ${machine.cores} × ${machine.cpu}, ${machine.memoryGB} GB, ${machine.system}; ${seconds} s

Upstream transactions, and the operations that a client needs where it is not one
${table(['', ...names], transactions)}

50 messages × 8 fields, 32 clients, distinct arguments, no limit; start-up; memory
${table(['', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'start ms', 'start CPU ms', 'ready MB', 'load MB'], speed)}

200 operations at once, a Get each, at a limit of 25 a second: the worst of the runs
${table(['', 'runs', 'sent in a second', 'smallest window sent, ms', 'surely arrived', 'arrived as seen', 'smallest window seen, ms', 'first 25 in ms', 'then a second'], limits)}

${count(queue.jobs)} jobs queued: the event loop stands still for at most ${queue.comingMs} ms while they come, ${queue.waitingMs} ms while they wait, ${queue.leavingMs} ms when all leave at once; another caller's first had its turn after ${queue.anotherMs} ms

Messages × 8 fields: transactions and milliseconds by the number of rows
${table(['', ...Object.keys(asked[0]?.[1].growth ?? {}).map((rows) => `${count(Number(rows))} rows`)], growth)}
`;
};
