/** The core API with one other product: what leads to products that are left out is not there, and everything else is. */
import { validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { productFamily, typeName } from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { fieldsOf } from '../support/fields.ts';

const families = [...new Set(entities.map(productFamily))];
const whole = servedProducts(undefined).schemas.whole;

const alone = families.filter((family) => family !== 'api');
test.each(alone.map((family) => [family]))('api,%s', (family) => {
  const {
    registry,
    schemas: { whole: schema },
  } = servedProducts(['api', family]);
  for (const entity of registry.entities) {
    const type = typeName(entity);
    const here = fieldsOf(schema, type);
    // A union of several products has fewer members; a type that is not there at all leads to no field.
    for (const [name, of] of fieldsOf(whole, type))
      if (!here.has(name)) expect([type, name, schema.getType(of)?.name]).toEqual([type, name, undefined]);
  }
  expect(validateSchema(schema)).toEqual([]);
  // The API's description names the products that there are.
  for (const entry of schema.description?.match(/`(\w+)(?= \{)/g) ?? [])
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain(entry.slice(1));
});
