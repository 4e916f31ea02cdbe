#!/usr/bin/env node
/** The entry point of the command line. The heap is set before the rest is loaded, which is most of what it holds. */
import './heap.ts';

const { runCli } = await import('./cli/index.ts');
await runCli(process.argv.slice(2));
