/**
 * The columns of the heading and of every row, by the width of the list: what is least missed goes first.
 * status, time, name | preview | project | model, provider | tokens | cost | latency | spans
 */
export const LIST_COLUMNS = [
  'grid items-center gap-x-3',
  'grid-cols-[1rem_3.5rem_minmax(9rem,14rem)_minmax(0,1fr)_6.5rem]',
  '@4xl/list:grid-cols-[1rem_3.5rem_minmax(9rem,11rem)_minmax(0,1fr)_minmax(6rem,8.5rem)_4.75rem_6.5rem]',
  '@5xl/list:grid-cols-[1rem_3.5rem_minmax(9rem,12.5rem)_minmax(0,1fr)_minmax(6rem,8rem)_5.5rem_4.75rem_6rem_2.25rem]',
  '@min-[88rem]/list:grid-cols-[1rem_4rem_minmax(12rem,16rem)_minmax(0,1fr)_minmax(5rem,7rem)_minmax(8rem,14rem)_minmax(5rem,6.5rem)_6.5rem_5rem_8rem_3rem]',
].join(' ');

/** From which width on a cell is there; cells without one always are. */
export const AT_4XL = 'hidden @4xl/list:block';
export const AT_5XL = 'hidden @5xl/list:block';
export const AT_WIDE = 'hidden @min-[88rem]/list:block';
