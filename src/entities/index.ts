/** All descriptors, by product. */
import type { Entity } from '../model/index.ts';
import * as api from './api/index.ts';

export const entities: readonly Entity[] = [api].flatMap((product) => Object.values(product));
