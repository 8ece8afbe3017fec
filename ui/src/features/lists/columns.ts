import type { ReactNode } from 'react';

/** One column of a list, for its heading, its rows and the menu that chooses columns. */
export interface Column<Row> {
  id: string;
  label: string;
  /** Its width as a grid track. */
  track: string;
  /** Width of the list, pixels, from which on it is there as long as nothing was chosen; without it only when chosen. */
  from?: number;
  /** Always there. */
  isFixed?: boolean;
  isRight?: boolean;
  /** `scale` is what fills a bar of the rows in view. */
  cell: (row: Row, scale: number) => ReactNode;
}

/** The columns to draw: the chosen ones, else as many as the width has room for. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: ReadonlySet<string> | null, width: number): Column<Row>[] {
  return columns.filter(({ id, isFixed, from }) => isFixed || (chosen ? chosen.has(id) : from !== undefined && width >= from));
}

export function templateOf<Row>(columns: readonly Column<Row>[]): string {
  return columns.map(({ track }) => track).join(' ');
}

/** A stored choice; null when there is none, or none of it is known any more. */
export function parseChoice<Row>(stored: string, columns: readonly Column<Row>[]): ReadonlySet<string> | null {
  if (stored === '') return null;
  const known = new Set(columns.map(({ id }) => id));
  const chosen = stored.split(',').filter((id) => known.has(id));
  return chosen.length === 0 ? null : new Set(chosen);
}
