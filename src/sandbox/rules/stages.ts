/** Parts that many rules share: statuses that move on by themselves, rows that stand for a row of another list. */
import { pascalCase } from '../../model/index.ts';
import { invalid } from '../errors.ts';
import type { Rule, Scene } from '../rule.ts';
import type { Row, Values } from '../store.ts';

/** A state of a field and the time at which it is reached, in seconds after the row was created. */
export interface Stage {
  readonly after: number;
  readonly state: string;
  /** Further fields that change with it. */
  readonly more?: (row: Row, scene: Scene) => Values;
}

/** Moves a new row through these states. A row that was changed or removed meanwhile stays as it is. */
export const stages =
  (field: string, ...all: readonly Stage[]) =>
  (row: Row, scene: Scene): void => {
    let before = row.values[field];
    for (const { after, state, more } of all) {
      const from = before;
      scene.world.clock.after(after, () => {
        if (!row.gone && row.values[field] === from) scene.world.change(row, { ...more?.(row, scene), [field]: state });
      });
      before = state;
    }
  };

/** A rule for a create that names a row of the core API, such as a number, which is listed from then on with its fields. */
export const attached = (type: string, input: string, more: (row: Row, scene: Scene) => Values = () => ({})): Rule => ({
  create(values, scene) {
    const sid = String(values[input]);
    const row = scene.world.store.find(type, [scene.user], sid);
    if (!row) throw invalid(pascalCase(input), `${sid} does not exist`);
    const { dateCreated, dateUpdated, uri, subresourceUris, ...shown } = row.values;
    return { ...shown, ...more(row, scene) };
  },
});
