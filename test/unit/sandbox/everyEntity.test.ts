/** Every entity of the core API against the sandbox: what a descriptor says can be done, can be done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/model/descriptor.ts';
import { ancestors, keyField, type Sids } from '../../../src/model/path.ts';
import { type Row, read } from '../../../src/twilio/rows/row.ts';
import { inputFor, needed } from './inputs.ts';
import { core, type Stand, stand } from './stand.ts';

let twilio: Stand;
beforeAll(async () => {
  twilio = await stand();
});
afterAll(() => twilio.close());

const named = (pick: (entity: Entity) => unknown) => core.filter(pick).map((entity) => [entity.name, entity] as const);

/** The SIDs of a row where this entity has it: its type may live elsewhere. */
const within = (entity: Entity, parents: Sids, row: Row): Sids =>
  row.entity === entity ? row.sids : [...parents, row.sids.at(-1) ?? ''];

/** Lists that have nothing to show in the countries of the sandbox. */
const EMPTY = ['AvailablePhoneNumberMachineToMachine', 'AvailablePhoneNumberSharedCost', 'AvailablePhoneNumberVoip'];

describe('list', () => {
  it.each(named((entity) => entity.filters))('%s lists and pages', async (name, entity) => {
    const parents = await twilio.placeOf(entity);
    const all = await twilio.everything(entity, parents, { pageSize: 1000 });
    expect(all.length > 0).toBe(!EMPTY.includes(name));
    // A sample is one page, of another size each time.
    if (entity.sample) return;
    const paged = await twilio.everything(entity, parents, { pageSize: Math.max(7, Math.ceil(all.length / 20)) });
    expect(paged.map(({ json }) => json)).toEqual(all.map(({ json }) => json));
  });

  it.each(named((entity) => entity.filters))(
    '%s has values of the kinds that its descriptor says',
    async (_, entity) => {
      const { rows } = await twilio.gateway.page(entity, await twilio.placeOf(entity), { pageSize: 200 });
      for (const row of rows)
        for (const field of Object.keys(row.entity.fields)) expect(read(row, field)).not.toBe('UNRECOGNIZED');
    },
  );

  it.each(named((entity) => entity.filters))('%s is filtered by what its rows hold', async (_, entity) => {
    const parents = await twilio.placeOf(entity);
    const { rows } = await twilio.gateway.page(entity, parents, { pageSize: 200 });
    for (const [name, filter] of Object.entries(entity.filters ?? {})) {
      if (!('compares' in filter)) continue;
      const row = rows.find((each) => read(each, name) !== null);
      const value = row && read(row, name);
      if (!value) continue;
      const found = await twilio.everything(entity, parents, { [name]: value, pageSize: 1000 });
      expect(
        found.map(({ json }) => json),
        name,
      ).toContainEqual(row?.json);
    }
  });
});

/** Rows of a list do without addresses that nobody reads. */
const withoutLinks = ({ json }: Row) => ({ ...json, subresource_uris: undefined, links: undefined });

describe('fetch', () => {
  it.each(named((entity) => entity.fetch && entity.filters && keyField(entity)))(
    '%s fetches what it lists',
    async (_, entity) => {
      const parents = await twilio.placeOf(entity);
      const [row] = (await twilio.gateway.page(entity, parents, {})).rows;
      if (!row) throw new Error('nothing listed');
      const fetched = await twilio.gateway.fetch(entity, within(entity, parents, row));
      expect(withoutLinks(fetched)).toMatchObject(withoutLinks(row));
    },
  );

  it.each(named((entity) => entity.fetch && keyField(entity) && entity.sid))(
    '%s is not found by an unknown SID',
    async (_, entity) => {
      const sid = `${[entity.sid ?? ''].flat()[0]}${'9'.repeat(32)}`;
      const sids = [...(await twilio.placeOf(entity)), sid];
      await expect(twilio.gateway.fetch(entity, sids)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        details: { twilioCode: 20404 },
      });
    },
  );

  it.each(named((entity) => entity.filters && ancestors(entity).length > 0))(
    '%s is not found in an unknown account',
    async (_, entity) => {
      const parents = await twilio.placeOf(entity);
      const elsewhere = [`AC${'9'.repeat(32)}`, ...parents.slice(1)];
      await expect(twilio.gateway.page(entity, elsewhere, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    },
  );
});

describe('create, update and remove', () => {
  it.each(named((entity) => entity.create))('%s is created, and there from then on', async (_, entity) => {
    const parents = await twilio.placeToMake(entity);
    const input = await inputFor(entity, twilio);
    const row = await twilio.gateway.create(entity, parents, input);
    for (const [name, value] of Object.entries(input))
      if (row.entity.fields[name]) expect(read(row, name), name).toEqual(value);
    // Where it was made, if it can be fetched there: elsewhere Twilio may leave fields out.
    const at: [Entity, Sids] = entity.fetch ? [entity, within(entity, parents, row)] : [row.entity, row.sids];
    if (at[0].fetch) expect((await twilio.gateway.fetch(...at)).json).toMatchObject(row.json);
    if (entity.filters) {
      const { rows } = await twilio.gateway.page(entity, parents, {});
      expect(rows[0] && withoutLinks(rows[0]), 'the newest is the first').toEqual(withoutLinks(row));
    }
  });

  it.each(named((entity) => entity.create && needed(entity).length > 0))(
    '%s is not created without its inputs',
    async (_, entity) => {
      const parents = await twilio.placeToMake(entity);
      const nothing = Object.fromEntries(needed(entity).map((name) => [name, '']));
      await expect(twilio.gateway.create(entity, parents, nothing)).rejects.toMatchObject({ code: 'REJECTED' });
    },
  );

  it.each(named((entity) => entity.update && 'friendlyName' in entity.update))('%s is renamed', async (_, entity) => {
    const [row] = (await twilio.gateway.page(entity, await twilio.placeOf(entity), {})).rows;
    await twilio.gateway.update(entity, row?.sids ?? [], { friendlyName: 'Renamed' });
    const renamed = await twilio.gateway.fetch(entity, row?.sids ?? []);
    expect(read(renamed, 'friendlyName')).toBe('Renamed');
    await twilio.gateway.update(entity, row?.sids ?? [], { friendlyName: row?.json.friendly_name });
  });

  it.each(named((entity) => entity.remove && entity.filters))('%s is removed', async (_, entity) => {
    twilio.pass(60);
    const parents = await twilio.placeOf(entity);
    const rows = await twilio.everything(entity, parents);
    const removed = async (row: Row | undefined): Promise<Row> => {
      if (!row) throw new Error('none could be removed');
      return twilio.gateway.remove(entity, within(entity, parents, row)).then(
        () => row,
        () => removed(rows.pop()),
      );
    };
    const sids = within(entity, parents, await removed(rows.pop()));
    await expect(twilio.gateway.fetch(entity, sids)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(twilio.gateway.remove(entity, sids)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
