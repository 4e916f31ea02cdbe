/**
 * Moments that are known to lie between two others: one who was not scheduled cannot tell when something came. A limit
 * is surely broken only where it is for every choice of moments.
 */

/** The most that surely lie in one second. */
export const densest = (moments, lengthMs = 1000) => {
  const all = [...moments].sort((a, b) => a.from - b.from);
  let most = 0;
  for (const [i, { from }] of all.entries()) {
    const until = from + lengthMs;
    let count = 0;
    for (let j = i; j < all.length && all[j].from < until; j++) if (all[j].to < until) count++;
    most = Math.max(most, count);
  }
  return most;
};

/** The shortest time from one to the one that comes `count` later: as it was seen, and at least. */
export const shortest = (moments, count) => {
  const all = [...moments].sort((a, b) => a.to - b.to);
  const pairs = all.slice(count).map((later, i) => [all[i], later]);
  return {
    asSeen: Math.min(...pairs.map(([one, later]) => later.to - one.to)),
    atLeast: Math.min(...pairs.map(([one, later]) => later.from - one.to)),
  };
};

/**
 * Keeps the times at which this process surely looked for what had come. Node asks the kernel once a turn, after its
 * timers: what is seen after a timer's third call from now has come after the first.
 */
export const watchTurns = (now) => {
  let turns = [now(), now(), now()];
  const timer = setInterval(() => {
    turns = [turns[1], turns[2], now()];
  }, 1);
  return { since: () => turns[0], end: () => clearInterval(timer) };
};
