/** SIDs that are the same at every start: made of a text instead of chance. */
import { createHash } from 'node:crypto';

export const hex = (text: string): string => createHash('md5').update(text).digest('hex');
export const sidOf = (prefix: string, text: string): string => `${prefix}${hex(`${prefix} ${text}`)}`;
