import { type RefCallback, useMemo } from 'react';
import { useStored } from '../../app/useStored';
import { useBoxWidth } from '../../components/useBoxWidth';
import { type Column, parseChoice, shownColumns } from './columns';

export interface ColumnsState<Row> {
  all: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  /** Null: as many as there is room for. */
  chosen: ReadonlySet<string> | null;
  choose: (chosen: ReadonlySet<string> | null) => void;
  /** The element whose width decides. */
  box: RefCallback<HTMLDivElement>;
}

/** Which columns of a list are drawn; the choice is kept in this browser. */
export function useColumns<Row>(list: string, all: readonly Column<Row>[]): ColumnsState<Row> {
  const [stored, store] = useStored<string>(`weir.columns.${list}`, '');
  const [box, width] = useBoxWidth<HTMLDivElement>();
  const chosen = useMemo(() => parseChoice(stored, all), [stored, all]);
  const shown = useMemo(() => shownColumns(all, chosen, width), [all, chosen, width]);
  return { all, shown, chosen, choose: (next) => store(next === null ? '' : [...next].join(',')), box };
}
