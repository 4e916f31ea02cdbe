/** The resources of knowledge. */

export { KnowledgeV1Chunk } from './v1/knowledge/chunk.ts';
export { KnowledgeV1Status } from './v1/knowledge/knowledgeStatus.ts';
export { KnowledgeV1Source } from './v1/knowledge.ts';
export { KnowledgeChunk } from './v2/chunk.ts';
export { KnowledgeSource } from './v2/knowledge.ts';
export { KnowledgeBase } from './v2/knowledgeBasis.ts';
export { KnowledgeOperation } from './v2/operation.ts';
export { KnowledgeSearch } from './v2/search.ts';
