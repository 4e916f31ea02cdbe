/** All that a descriptor may import. */
export { container, entity, legacyEntity } from './entity.ts';
export { t } from './kinds.ts';
