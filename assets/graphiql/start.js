/* Starts GraphiQL on the page of one connection. Runs in the browser, as it is. */
const { name, label, storageKey, tabs } = JSON.parse(document.getElementById('settings').textContent);

/* Each connection has tabs and history of its own: what was typed at one account never appears at another. */
const prefix = `twilio-graphql:${storageKey}:`;
const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
const storage = {
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, value) => localStorage.setItem(prefix + key, value),
  removeItem: (key) => localStorage.removeItem(prefix + key),
  clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
  get length() {
    return ownKeys().length;
  },
};

/* GraphiQL opens one more tab on a reload unless the document it stored last is that of the selected tab. */
const { tabs: stored = [], activeTabIndex = 0 } = JSON.parse(storage.getItem('graphiql:tabState') ?? '{}');
const selected = stored[activeTabIndex];
if (selected) {
  storage.setItem('graphiql:query', selected.query ?? '');
  storage.setItem('graphiql:variables', selected.variables ?? '');
}

const logo = React.createElement(
  GraphiQL.Logo,
  null,
  React.createElement('span', { className: 'logo' }, React.createElement('b', null, 'twilio'), '-graphql'),
);
const graphiql = React.createElement(
  GraphiQL,
  {
    fetcher: GraphiQL.createFetcher({ url: location.pathname }),
    storage,
    defaultTabs: tabs,
    defaultQuery: '# Ctrl-Enter runs the operation at the cursor. Ctrl-Space completes.\n',
    defaultHeaders: '{\n  "authorization": ""\n}',
    /* Its documentation then opens with what the schema says of itself. */
    schemaDescription: true,
    inputValueDeprecation: true,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    maxHistoryLength: 50,
  },
  logo,
);
const strip = React.createElement('div', { className: 'strip', role: 'note', 'aria-label': `Connection ${name}` }, label);
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(React.Fragment, null, strip, graphiql));

/* Ctrl-Enter runs at once: the editor has the focus as soon as it exists. */
const waiting = new MutationObserver(() => {
  const editor = document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror;
  if (!editor) return;
  waiting.disconnect();
  editor.focus();
});
waiting.observe(document.getElementById('graphiql'), { childList: true, subtree: true });
