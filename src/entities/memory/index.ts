/** The resources of memory. */

export { MemoryProfileBulk } from './v1/bulk.ts';
export { MemoryConversationSummary } from './v1/conversationSummary.ts';
export { MemoryDataMapping } from './v1/dataMapping.ts';
export { MemoryIdentifier } from './v1/identifier.ts';
export { MemoryIdentityResolutionSettings } from './v1/identityResolutionSetting.ts';
export { MemoryImport } from './v1/import.ts';
export { MemoryProfileLookup } from './v1/lookup.ts';
export { MemoryObservation } from './v1/observation.ts';
export { MemoryOperation } from './v1/operation.ts';
export { MemoryProfile } from './v1/profile.ts';
export { MemoryRecall } from './v1/recall.ts';
export { MemoryObservationRevision } from './v1/revision.ts';
export { MemoryStore } from './v1/store.ts';
export { MemoryProfileTrait } from './v1/trait.ts';
export { MemoryTraitGroup } from './v1/traitGroup.ts';
