/** The resources of monitor. */

export { MonitorAlert } from './v1/alert.ts';
export { MonitorEvent } from './v1/event.ts';
