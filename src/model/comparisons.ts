/** How Twilio filters a list by a field of its rows: what a descriptor's `filters` say beside the kinds. */

/** How Twilio filters a list by one of the entity's own fields. */
export type Comparison = 'equal' | 'range' | 'days';
export interface Compared {
  readonly compares: Comparison;
  /** The SDK's name of the parameter, where GraphQL has another one. */
  readonly sdkName?: string;
  /** Twilio takes several values at once. */
  readonly takesMany?: true;
  /** Twilio's own choice where the parameter is left out: it then lists only rows with this value. */
  readonly defaultValue?: string;
  /** The SDK's parameters that bound it from below and from above. */
  readonly bounds?: readonly [lower: string | undefined, upper: string | undefined];
}
/** Equal to one of several values. */
export interface ComparedList extends Compared {
  readonly takesMany: true;
}
interface Equal extends Compared {
  readonly list: ComparedList & {
    /** Twilio lists only rows with this value unless the parameter says otherwise. */
    defaultsTo(value: string): ComparedList;
  };
  /** The same for a parameter that takes one value. */
  defaultsTo(value: string): Compared;
}
interface Range extends Compared {
  /** Names the SDK's parameters for the bounds, where they are not the field's name with `After` and `Before`. */
  by<const N extends string>(lower?: N, upper?: N): Bounds<N>;
}
/** Bounds by parameters of other names. */
export interface Bounds<Names> extends Compared {
  readonly of?: Names;
}

const bounded = (compares: Comparison): Range => ({
  compares,
  by: (lower, upper) => ({ compares, bounds: [lower, upper] }),
});

export const comparisons = {
  /** Twilio compares for equality; `.list`: with several values at once. */
  equal: {
    compares: 'equal',
    list: {
      compares: 'equal',
      takesMany: true,
      defaultsTo: (defaultValue) => ({ compares: 'equal', takesMany: true, defaultValue }),
    },
    defaultsTo: (defaultValue) => ({ compares: 'equal', defaultValue }),
  } as Equal,
  /** Twilio takes a moment as lower and as upper bound. */
  range: bounded('range'),
  /** Twilio takes whole UTC days as bounds, even of a field that holds a moment. */
  days: bounded('days'),
};
