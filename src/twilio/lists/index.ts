/** Reads lists page by page. What other folders may use. */
export { Cursors, sizeOf } from './cursors.ts';
export { type Edge, ListQuery } from './listQuery.ts';
export { ListReports } from './report.ts';
export { MAX_PAGE, Scan } from './scan.ts';
