/** The command line: one file per command, on commander. What other folders may use. */
export { createProgram } from './program.ts';
export { runCli } from './run.ts';
