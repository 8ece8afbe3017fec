/** The columns of the axis and of every row: name, bars, duration, tokens, cost; they go as the pane gets narrow. */
export const TREE_COLUMNS = [
  'grid items-center gap-x-3',
  'grid-cols-[minmax(0,1fr)_3.75rem]',
  '@sm/tree:grid-cols-[minmax(8rem,1.3fr)_minmax(0,1fr)_3.75rem]',
  '@xl/tree:grid-cols-[minmax(8rem,1.1fr)_minmax(0,1fr)_3.75rem_2.75rem]',
  '@2xl/tree:grid-cols-[minmax(8rem,1fr)_minmax(0,1.1fr)_3.75rem_2.75rem_4.75rem]',
].join(' ');
