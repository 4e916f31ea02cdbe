/** urql with its normalized cache. */
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { Client, fetchExchange } from 'urql';

// Aggregates and payloads have no `id`: they are stored inside the object that has them.
const embedded = () => null;

export const createClient = (url: string) =>
  new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        keys: {
          CountByGroup: embedded,
          DeletePayload: embedded,
          MessageAggregate: embedded,
          MessageCreatePayload: embedded,
          PhoneNumberCapabilities: embedded,
          UserError: embedded,
        },
        resolvers: { Query: { messages: relayPagination() } },
        updates: {
          Mutation: {
            messageDelete: ({ messageDelete }, _arguments, cache) => {
              const { deletedId } = messageDelete as { deletedId: string | null };
              if (deletedId) cache.invalidate({ __typename: 'Message', id: deletedId });
            },
          },
        },
      }),
      fetchExchange,
    ],
  });
