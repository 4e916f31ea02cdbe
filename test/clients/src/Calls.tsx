/** Calls of a number, newest first. */
import { useQuery } from '@apollo/client/react';
import { graphql } from './gql';
import { Problems } from './Problems';

const CALLS = graphql(`
  query Calls($number: String!, $after: String) {
    calls(first: 3, after: $after, filter: { or: [{ from: { eq: $number } }, { to: { eq: $number } }] }) {
      edges {
        node {
          id
          direction
          status
          startTime
          duration
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const Calls = ({ number }: { number: string }) => {
  const { data, error, fetchMore } = useQuery(CALLS, { variables: { number } });
  if (error) return <Problems of={[error]} />;
  const calls = data?.calls;
  return (
    <section aria-label="Calls">
      <h2>Calls</h2>
      <ul>
        {calls?.edges.map(
          ({ node }) =>
            node && (
              <li key={node.id}>
                {node.startTime} {node.direction} {node.status} {node.duration} s
              </li>
            ),
        )}
      </ul>
      {calls?.pageInfo.hasNextPage && (
        <button type="button" onClick={() => fetchMore({ variables: { after: calls.pageInfo.endCursor } })}>
          Load more
        </button>
      )}
    </section>
  );
};
