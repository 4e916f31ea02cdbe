/**
 * What an operation needs its caller to be allowed: read off the document, its arguments and the marks that fields and
 * types have from the descriptors, before anything runs.
 *
 * The marks are on types: wherever a field leads to rows of an entity, by whatever path, it needs the right to read them.
 * Pothos' scope-auth plugin asks each field's own rule while the operation runs, so part of it would have been sent
 * before the refusal; and a rule for each of thousands of generated fields would say the same as these few lines.
 */
import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Need, type Rights, scopeText, type Verb } from '../access/index.ts';
import type { Connection } from '../context.ts';
import { argumentsOf } from '../execution/index.ts';
import type { Entity, GlobalIds, Identified, Operation, Registry } from '../model/index.ts';
import { contextOf, type ExecutableOperation, isIncluded, type OperationContext } from './executableOperation.ts';
import { accountOf, readNeed, subjectsOf } from './needs.ts';
import { isByPersonalData } from './probing.ts';
import type { Arguments, EntityOperation, RootField } from './types.ts';

/** Root fields of this API itself: they show nothing of an account, or check what they lead to. */
const OWN: ReadonlySet<string> = new Set(['entities', 'operation', 'rateLimit', '__schema', '__type', '__typename']);
const MOST_ERRORS = 20;

const VERBS = {
  LIST: ['read', 'list'],
  GET: ['read', 'fetch'],
  CREATE: ['create', 'create'],
  UPDATE: ['update', 'update'],
  REPLACE: ['update', 'replace'],
  DELETE: ['delete', 'remove'],
  UPDATE_BY_FILTER: ['update', 'update'],
  DELETE_BY_FILTER: ['delete', 'remove'],
} as const satisfies Record<EntityOperation, readonly [Verb, Operation]>;

interface Walk extends OperationContext {
  readonly registry: Registry;
  readonly rights: Rights;
  readonly globalIds: GlobalIds;
  /** Of the connection. */
  readonly own: string;
  readonly isMutation: boolean;
  readonly errors: Map<string, GraphQLError>;
}
/** Where a selection stands. */
interface Location {
  /** The account of the rows above; `undefined`: any. */
  readonly account: string | undefined;
  /** The entity of the rows or the list above. */
  readonly entity: Entity | undefined;
  readonly isRoot: boolean;
  /** In the payload of a write, whose own row needs no right to read. */
  readonly isPayload: boolean;
}

/** Why the caller may not run the operation. */
export const missingScopes = (
  given: ExecutableOperation,
  rights: Rights,
  { registry, globalIds, accountSid }: Pick<Connection, 'registry' | 'globalIds' | 'accountSid'>,
): readonly GraphQLError[] => {
  if (rights.isUnlimited) return [];
  const operation = getOperationAST(given.document, given.operationName);
  const root = operation && given.schema.getRootType(operation.operation);
  if (!operation || !root) return [];
  const walk: Walk = {
    ...contextOf(given, operation),
    registry,
    rights,
    globalIds,
    own: accountSid,
    isMutation: operation.operation === 'mutation',
    errors: new Map(),
  };
  checkSet(walk, operation.selectionSet, root, {
    account: accountSid,
    entity: undefined,
    isRoot: true,
    isPayload: false,
  });
  return [...walk.errors.values()].slice(0, MOST_ERRORS);
};

const checkSet = (walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, location: Location): void => {
  for (const selection of set.selections) {
    if (!isIncluded(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      if (field) checkField(walk, selection, field, location);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    const on = fragment?.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
    if (fragment) checkSet(walk, fragment.selectionSet, on ?? type, location);
  }
};

type AnyField = GraphQLField<unknown, unknown>;

const checkField = (walk: Walk, node: FieldNode, field: AnyField, location: Location): void => {
  const args = validArguments(walk, node, field);
  // Arguments that do not fit: the field fails by itself and reads nothing.
  if (!args) return;
  const below = getNamedType(field.type);
  const root = field.extensions.rootField as RootField | undefined;
  const isEntry = field.extensions.entry === true;
  const ids = location.isRoot && (field.name === 'node' || field.name === 'nodes') ? idsOf(args) : undefined;
  if (ids) {
    checkNodes(walk, node, field, ids);
    return;
  }
  const entities = entitiesOf(below);
  // A root field without marks is a scope of its own.
  if (location.isRoot && !root && !isEntry && entities.length === 0 && !OWN.has(field.name))
    check(walk, node, { subjects: [field.name], verb: walk.isMutation ? 'update' : 'read', account: walk.own });

  const account = accountAt(walk, field, args, root, entities, location);
  if (root) checkRoot(walk, node, root, account);
  const isOwnRow = location.isPayload && entities.length > 0;
  if (!isOwnRow) for (const entity of entities) check(walk, node, readNeed(entity, account));
  const listed = (field.extensions.list as Entity | undefined) ?? root?.entity ?? entities[0];
  const entity = entities[0] ?? location.entity;
  if (isByPersonalData(args, listed, location.entity)) checkPersonal(walk, node, account);
  if (node.selectionSet)
    checkSet(walk, node.selectionSet, below, {
      account,
      entity,
      isRoot: false,
      isPayload: (root !== undefined && isWrite(root)) || (location.isPayload && entities.length === 0),
    });
};

const isWrite = ({ operation }: RootField): boolean => operation !== 'LIST' && operation !== 'GET';

const checkRoot = (
  walk: Walk,
  node: FieldNode,
  { operation, entity }: RootField,
  account: string | undefined,
): void => {
  const [verb, done] = VERBS[operation];
  const canonical = walk.registry.canonical(entity);
  const subjects = [...new Set([...subjectsOf(entity), ...subjectsOf(canonical)])];
  const admin = [entity, canonical].some((each) => each.admin?.includes(done));
  if (verb !== 'read') check(walk, node, { subjects, verb, admin, account });
  // Which rows match is an answer, too.
  if (operation.endsWith('BY_FILTER')) check(walk, node, readNeed(canonical, account));
};

const checkNodes = (walk: Walk, node: FieldNode, field: AnyField, ids: readonly string[]): void => {
  for (const id of ids) {
    const found = entityOfId(walk, id);
    if (!found) continue;
    const account = accountOf(found.entity, found.sids, walk.own);
    const need = readNeed(walk.registry.canonical(found.entity), account);
    // An object of another account is answered as one that does not exist.
    const isHidden = !walk.rights.allows(need) && walk.rights.allowsInSomeAccount(need);
    if (!isHidden) check(walk, node, need);
    if (node.selectionSet && !isHidden)
      checkSet(walk, node.selectionSet, getNamedType(field.type), {
        account,
        entity: found.entity,
        isRoot: false,
        isPayload: false,
      });
  }
};

const idsOf = ({ id, ids }: Arguments): readonly string[] => [id ?? [], ids ?? []].flat().map(String);

const entityOfId = ({ globalIds, registry }: Walk, id: string): Identified | undefined => {
  try {
    return globalIds.read(id, registry.find);
  } catch {
    return undefined;
  }
};

/** The entities whose rows a type stands for: its own, those of its list, or those of its members. */
const entitiesOf = (type: GraphQLNamedType): readonly Entity[] => {
  if (isUnionType(type)) return type.getTypes().flatMap(entitiesOf);
  const entity = type.extensions.entity as Entity | undefined;
  return entity ? [entity] : [];
};

/** The account of what a field answers. */
const accountAt = (
  { own }: Walk,
  { name }: AnyField,
  args: Arguments,
  root: RootField | undefined,
  entities: readonly Entity[],
  location: Location,
): string | undefined => {
  const leadsToAccount = entities.some((entity) => entity.name === 'Account');
  if (root) {
    const isAccount = root.entity.name === 'Account';
    if (isAccount && root.operation !== 'LIST' && root.operation !== 'CREATE') return textOr(args.sid, own);
    return isAccount ? undefined : textOr(args.accountSid, own);
  }
  // An account's own account is another one. `account` of any other row is the one that the row belongs to.
  if (leadsToAccount) return name === 'account' && location.entity?.name !== 'Account' ? location.account : undefined;
  return location.account;
};

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const validArguments = (walk: Walk, node: FieldNode, field: AnyField): Arguments | undefined => {
  try {
    return argumentsOf(field, node, walk.variables);
  } catch {
    return undefined;
  }
};

const check = (walk: Walk, node: FieldNode, need: Need): void => {
  if (!walk.rights.allows(need)) refuse(walk, node, need);
};

const checkPersonal = (walk: Walk, node: FieldNode, account: string | undefined): void => {
  if (walk.rights.showsPersonalData(account)) return;
  note(
    walk,
    node,
    'pii:read',
    `\`${node.name.value}\` filters, orders or counts by personal data, which needs the scope`,
  );
};

const refuse = (walk: Walk, node: FieldNode, { subjects: [subject = ''], verb, admin }: Need): void => {
  const scope = admin ? 'account:admin' : scopeText({ subject, verb: verb === 'read' ? 'read' : 'write' });
  note(walk, node, scope, `\`${node.name.value}\` needs the scope`);
};

const note = ({ errors }: Walk, node: FieldNode, scope: string, words: string): void => {
  if (errors.has(scope)) return;
  const message = `${words} ${scope}, which this key does not have for this account. Nothing of the operation ran.`;
  const extensions = { code: 'INSUFFICIENT_SCOPE', scope, http: { status: 403 } };
  errors.set(scope, new GraphQLError(message, { nodes: [node], extensions }));
};
