/** Progress of a long list, on a terminal only: a bar if the operation asks for `totalCount`, otherwise a count of rows. */
export interface Progress {
  update(rows: number, total: number | undefined): void;
  end(): void;
}

const WIDTH = 30;

export const createProgress = (stream: NodeJS.WriteStream = process.stderr): Progress => {
  // Rows on the same terminal show the progress themselves.
  if (!stream.isTTY || process.stdout.isTTY) return { update: () => {}, end: () => {} };
  const redraw = (text: string) => stream.write(`\r\x1b[K${text}`);
  return {
    update: (rows, total) => {
      const done = total ? Math.min(WIDTH, Math.round((rows / total) * WIDTH)) : 0;
      const bar = total ? `[${'='.repeat(done)}${' '.repeat(WIDTH - done)}] ` : '';
      redraw(`${bar}${rows.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''} rows`);
    },
    end: () => redraw(''),
  };
};
