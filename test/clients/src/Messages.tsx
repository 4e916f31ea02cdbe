/** Messages of a number, newest first, with a form to send one. */
import { useMutation, useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from './gql';
import { Problems } from './Problems';

const MESSAGES = graphql(`
  query Messages($number: String!, $after: String) {
    messages(first: 3, after: $after, filter: { or: [{ from: { eq: $number } }, { to: { eq: $number } }] }) {
      edges {
        node {
          id
          sid
          direction
          body
          status
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const SEND = graphql(`
  mutation Send($input: MessageCreateInput!, $key: String!) {
    messageCreate(input: $input, idempotencyKey: $key) {
      message {
        id
        status
      }
      userErrors {
        field
        message
      }
    }
  }
`);

const DELETE = graphql(`
  mutation Delete($sid: ID!) {
    messageDelete(sid: $sid) {
      deletedId
      userErrors {
        message
      }
    }
  }
`);

export const Messages = ({ number }: { number: string }) => {
  const { data, error, fetchMore } = useQuery(MESSAGES, { variables: { number } });
  // Twilio deletes a message only after it has been sent or has failed; before that, it says so in `userErrors`.
  const [remove, deletion] = useMutation(DELETE, {
    errorPolicy: 'all',
    update: (cache, { data }) => {
      const id = data?.messageDelete?.deletedId;
      if (id) cache.evict({ id: cache.identify({ __typename: 'Message', id }) });
    },
  });
  if (error) return <Problems of={[error]} />;
  const messages = data?.messages;
  return (
    <section aria-label="Messages">
      <h2>Messages</h2>
      <Send to={number} />
      <Problems of={[deletion.error, ...(deletion.data?.messageDelete?.userErrors ?? [])]} />
      <ul>
        {messages?.edges.map(
          ({ node }) =>
            node && (
              <li key={node.id}>
                {node.direction} {node.status} {node.body}
                <button type="button" onClick={() => remove({ variables: { sid: node.sid } })}>
                  Delete
                </button>
              </li>
            ),
        )}
      </ul>
      {messages?.pageInfo.hasNextPage && (
        <button type="button" onClick={() => fetchMore({ variables: { after: messages.pageInfo.endCursor } })}>
          Load more
        </button>
      )}
    </section>
  );
};

/** One of your numbers. */
const FROM = '+15125550130';

const Send = ({ to }: { to: string }) => {
  const [body, setBody] = useState('');
  // One key for each text: if the answer is lost and you press Send again, the message is not sent twice.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [send, { data, error, loading }] = useMutation(SEND, { refetchQueries: [MESSAGES], errorPolicy: 'all' });
  const write = (text: string) => {
    setBody(text);
    setKey(crypto.randomUUID());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send({ variables: { input: { to, from: FROM, body }, key } });
    if (answer.data?.messageCreate?.message) write('');
  };
  return (
    <form onSubmit={submit}>
      <input aria-label="Text" value={body} onChange={({ target }) => write(target.value)} />
      <button type="submit" disabled={loading}>
        Send
      </button>
      <Problems of={[error, ...(data?.messageCreate?.userErrors ?? [])]} />
    </form>
  );
};
