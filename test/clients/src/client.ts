/** Apollo Client, with a cache that adds pages to one list. */
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const uri = import.meta.env.VITE_GRAPHQL_URL ?? 'http://127.0.0.1:4000/graphql';

export const client = new ApolloClient({
  clientAwareness: { name: 'traffic' },
  link: new HttpLink({ uri }),
  cache: new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          // One list for each account, filter and order, to which every page is added.
          calls: relayStylePagination(['accountSid', 'filter', 'orderBy']),
          messages: relayStylePagination(['accountSid', 'filter', 'orderBy']),
        },
      },
    },
  }),
});
