/** The resources of sync. */

export { SyncDocumentPermission } from './v1/service/document/documentPermission.ts';
export { SyncDocument } from './v1/service/document.ts';
export { SyncListItem } from './v1/service/syncList/syncListItem.ts';
export { SyncListPermission } from './v1/service/syncList/syncListPermission.ts';
export { SyncList } from './v1/service/syncList.ts';
export { SyncMapItem } from './v1/service/syncMap/syncMapItem.ts';
export { SyncMapPermission } from './v1/service/syncMap/syncMapPermission.ts';
export { SyncMap } from './v1/service/syncMap.ts';
export { SyncStreamMessage } from './v1/service/syncStream/streamMessage.ts';
export { SyncStream } from './v1/service/syncStream.ts';
export { SyncService } from './v1/service.ts';
