/** The page: the traffic of the number in its address. */
import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { Calls } from './Calls';
import { client } from './client';
import { Messages } from './Messages';

const number = new URLSearchParams(location.search).get('number') ?? '+12065550121';

createRoot(document.getElementById('root') as HTMLElement).render(
  <ApolloProvider client={client}>
    <h1>{number}</h1>
    <Messages number={number} />
    <Calls number={number} />
  </ApolloProvider>,
);
