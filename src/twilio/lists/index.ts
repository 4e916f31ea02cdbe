/** Reads lists page by page. What other folders may use. */
export { type BoundCursors, Cursors, sizeOf } from './cursors.ts';
export { type Edge, ListQuery } from './listQuery.ts';
export { MAX_PAGE, maxPageOf, pagesOf, type Reader } from './pageStream.ts';
export { predictPages, predictScan } from './pages.ts';
export { ListReports } from './report.ts';
export { type List, Scan } from './scan.ts';
