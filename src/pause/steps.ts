/** Work in small steps, which one caller may do at once and another in slices. */
import { pause } from './pause.ts';

/** Each step takes a few milliseconds at most. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

export const runAtOnce = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** Gives way between the steps. */
export const runInSlices = async <Result>(steps: Steps<Result>): Promise<Result> => {
  for (;;) {
    const wait = pause();
    if (wait) await wait;
    const step = steps.next();
    if (step.done) return step.value;
  }
};
