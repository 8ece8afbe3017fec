/**
 * The columns of the heading and of every row, by the width of the list: what is least missed goes first.
 * status, time, name | preview | project | model, provider | tokens | cost | latency | spans
 */
export const LIST_COLUMNS = [
  'grid items-center gap-x-4',
  'grid-cols-[1rem_4rem_minmax(9rem,14rem)_minmax(0,1fr)_6rem]',
  '@4xl/list:grid-cols-[1rem_4rem_minmax(10rem,16rem)_minmax(0,1fr)_minmax(6rem,11rem)_4.5rem_7rem]',
  '@5xl/list:grid-cols-[1rem_4rem_minmax(10rem,16rem)_minmax(0,1fr)_minmax(6rem,11rem)_6.5rem_4.5rem_7rem_3rem]',
  '@min-[88rem]/list:grid-cols-[1rem_4rem_minmax(12rem,18rem)_minmax(0,1fr)_minmax(5rem,9rem)_minmax(8rem,14rem)_minmax(5rem,8rem)_6.5rem_4.5rem_8rem_3rem]',
].join(' ');

/** From which width on a cell is there; `null` cells are always there. */
export const AT_4XL = 'hidden @4xl/list:block';
export const AT_5XL = 'hidden @5xl/list:block';
export const AT_WIDE = 'hidden @min-[88rem]/list:block';
