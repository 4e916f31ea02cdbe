/** The one seam where fields made at run time enter Pothos. */
import type { FieldRef } from '@pothos/core';
import type { Fields, PothosTypes } from './types.ts';

/** Pothos' builder of fields, of whatever kind of type. */
interface FieldBuilder {
  field(options: never): FieldRef<PothosTypes>;
  arg(options: never): unknown;
}

/** Pothos infers types from code; the types of these fields come from descriptors. */
export const makeFields = <Parent>(t: FieldBuilder, fields: Fields<Parent>): Record<string, never> =>
  Object.fromEntries(
    Object.entries(fields).map(
      ([name, { args, cost, rootField, entry, list, isProperty, nullable = true, ...field }]) => {
        const made = Object.entries(args ?? {}).map(([arg, options]) => [arg, t.arg(options as never)]);
        const extensions = {
          ...(cost && { cost }),
          ...(rootField && { rootField }),
          ...(entry && { entry }),
          ...(list && { list, mayWait: true }),
          ...(isProperty && { isProperty }),
        };
        const options = { ...field, nullable, args: Object.fromEntries(made), extensions };
        return [name, t.field(options as never) as never];
      },
    ),
  );
