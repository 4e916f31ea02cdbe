/** Long work gives way to other work. What other folders may use. */
export { forEachInSlices, inSlices, pause, sortInSlices } from './pause.ts';
export { runAtOnce, runInSlices, type Steps } from './steps.ts';
export { stringifyInSlices, TooLong } from './stringify.ts';
