/**
 * The scripts by which the Redis store changes several keys at once. They are sent as EVAL: if Redis does not know a script, EVALSHA would
 * be sent again behind the commands that follow it, and the journal depends on their order.
 */

const PREFIX = '{twilio-graphql:store}:';
/** Keys of one hash slot, so that a cluster runs each script on one node. */
export const keyOf = (...parts: readonly string[]): string => PREFIX + parts.join(':');

/** The keys of the queues and groups of a collection begin with it. */
const INDEX_KEYS = `
  local function queueKey(collection, queue) return '${PREFIX}queue:' .. collection .. ':' .. queue end
  local function groupKey(collection, group) return '${PREFIX}group:' .. collection .. ':' .. group end`;

/**
 * KEYS: the entry, the list of its collection. ARGV: the collection, its id; what follows is of SET_ENTRY. The entry names
 * the queue and the groups that it is in, so that the next write can take it out of them.
 */
const LEAVE_INDEXES = `${INDEX_KEYS}
  local collection, id = ARGV[1], ARGV[2]
  local was = redis.call('HMGET', KEYS[1], 'queue', 'groups')
  if was[1] then redis.call('ZREM', queueKey(collection, was[1]), id) end
  for _, group in ipairs(was[2] and cjson.decode(was[2]) or {}) do redis.call('ZREM', groupKey(collection, group), id) end`;
/** ARGV from 3: version, value, expiry or '', 1 if listed, queue or '', when it is due, groups as JSON or ''. */
const SET_ENTRY = `${LEAVE_INDEXES}
  local version, value, expiry, listed, queue, due, groups = unpack(ARGV, 3, 9)
  redis.call('HDEL', KEYS[1], 'queue', 'groups')
  redis.call('HSET', KEYS[1], 'version', version, 'value', value)
  if expiry == '' then redis.call('PERSIST', KEYS[1]) else redis.call('PEXPIREAT', KEYS[1], expiry) end
  if listed == '1' then redis.call('SADD', KEYS[2], id) else redis.call('SREM', KEYS[2], id) end
  if queue ~= '' then
    redis.call('HSET', KEYS[1], 'queue', queue)
    redis.call('ZADD', queueKey(collection, queue), due, id)
  end
  if groups ~= '' then
    redis.call('HSET', KEYS[1], 'groups', groups)
    for _, group in ipairs(cjson.decode(groups)) do
      local key = groupKey(collection, group)
      redis.call('ZADD', key, expiry == '' and '+inf' or expiry, id)
      local left = redis.call('PTTL', key)
      if expiry == '' then redis.call('PERSIST', key)
      elseif redis.call('ZCARD', key) == 1 or (left >= 0 and left < redis.call('PTTL', KEYS[1])) then redis.call('PEXPIREAT', key, expiry) end
    end
  end
  return 1`;
export const INSERT = `if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end ${SET_ENTRY}`;
/** ARGV 10: the version that is replaced. */
export const REPLACE = `if redis.call('HGET', KEYS[1], 'version') ~= ARGV[10] then return 0 end ${SET_ENTRY}`;
export const REMOVE = `${LEAVE_INDEXES}
  redis.call('SREM', KEYS[2], id)
  return redis.call('DEL', KEYS[1])`;
/** All listed entries in one round trip; those that have expired are no longer listed. */
export const LIST = `
  local found = {}
  for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local entry = redis.call('HMGET', ARGV[1] .. id, 'version', 'value')
    if entry[1] then table.insert(found, { id, entry[1], entry[2] }) else redis.call('SREM', KEYS[1], id) end
  end
  return found`;
/**
 * KEYS: the queue. ARGV: what the keys of its entries begin with, now, most, when they are due again, the name of the queue.
 * An entry that has expired may have been inserted again since, in another queue or in none.
 */
export const CLAIM = `
  local found = {}
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])) do
    local entry = redis.call('HMGET', ARGV[1] .. id, 'version', 'value', 'queue')
    if entry[3] == ARGV[5] then
      redis.call('ZADD', KEYS[1], ARGV[4], id)
      table.insert(found, { id, entry[1], entry[2] })
    else redis.call('ZREM', KEYS[1], id) end
  end
  return found`;
/** KEYS: the groups, whose scores are when their members expire. ARGV: what the keys of entries begin with, now, most. */
export const MEMBERS = `
  local found, seen = {}, {}
  for _, group in ipairs(KEYS) do
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', group, ARGV[2], '+inf', 'LIMIT', 0, ARGV[3])) do
      local entry = not seen[id] and redis.call('HMGET', ARGV[1] .. id, 'version', 'value')
      seen[id] = true
      if entry and entry[1] then table.insert(found, { id, entry[1], entry[2] }) end
    end
  end
  return found`;
/** For each counter: limit, amount, expiry. Returns the number of the counter that would exceed, or 0. */
export const RESERVE = `
  for i, key in ipairs(KEYS) do
    local used = tonumber(redis.call('GET', key) or '0')
    if used + tonumber(ARGV[i * 3 - 1]) > tonumber(ARGV[i * 3 - 2]) then return i end
  end
  for i, key in ipairs(KEYS) do
    redis.call('INCRBYFLOAT', key, ARGV[i * 3 - 1])
    redis.call('PEXPIREAT', key, ARGV[i * 3])
  end
  return 0`;
export const RELEASE = `
  for i, key in ipairs(KEYS) do
    local used = tonumber(redis.call('GET', key) or '0')
    if used > 0 then redis.call('INCRBYFLOAT', key, -math.min(used, tonumber(ARGV[i]))) end
  end
  return 0`;
