/** Long work, and the turns of the event loop that other work had meanwhile. */

/** Holds the event loop. */
export const busy = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

/** The result of `run`, and how many turns went by until it was there. */
export const countTurns = async <T>(
  run: () => T | PromiseLike<T>,
): Promise<{ readonly result: T; readonly turns: number }> => {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const result = await run();
  isOver = true;
  return { result, turns };
};
