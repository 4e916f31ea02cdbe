/**
 * Settings of V8's heap, made before anything else is loaded. A Node that no longer knows a flag does without.
 *
 * V8 collects what is old when the heap has grown by a third, not to three or four times what lives: little of what
 * requests make grows old, so that this saves memory under load and costs no time. While the process starts, the young
 * generation keeps its first size: nearly all that is made then lives on, and V8 would take 30 MB for what only load
 * needs.
 */
import { setFlagsFromString } from 'node:v8';

const START_MS = 5000;

setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=1');
setTimeout(() => setFlagsFromString('--semi-space-growth-factor=2'), START_MS).unref();
