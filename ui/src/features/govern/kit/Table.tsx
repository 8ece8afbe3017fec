import type { ReactNode } from 'react';
import { cx } from '../../../app/cx';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  /** Shown only where there is room: from 640, 1,024 or 1,280 pixels of the table on. */
  from?: 'sm' | 'lg' | 'xl';
  /** Takes what the others leave, and is cut. */
  grows?: boolean;
  /** Of the heading, where the cells have buttons and the column needs no name. */
  hidesHeader?: boolean;
}

interface TableProps<Row> {
  /** What its rows are. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Dims a row that has no effect any more. */
  isOff?: (row: Row) => boolean;
}

const FROM = { sm: 'hidden @2xl/table:table-cell', lg: 'hidden @4xl/table:table-cell', xl: 'hidden @6xl/table:table-cell' };

/** A dense list with columns, 32 pixels a row; columns go where there is no room for them. */
export function Table<Row>({ label, columns, rows, rowKey, isOff }: TableProps<Row>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={`${label}, scrolls sideways`} tabIndex={0} className="@container/table min-w-0 overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-sm">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx('h-8 border-b border-line px-3 text-2xs font-medium whitespace-nowrap text-subtle first:pl-4 last:pr-4', alignOf(column), column.from && FROM[column.from])}
              >
                {column.hidesHeader ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={cx('group border-b border-line last:border-0 hover:bg-hover', isOff?.(row) && 'text-subtle')}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cx(
                    'h-8 px-3 whitespace-nowrap first:pl-4 last:pr-4',
                    alignOf(column),
                    column.grows && 'w-full max-w-0 truncate',
                    column.from && FROM[column.from],
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function alignOf<Row>({ align }: Column<Row>): string {
  return align === 'right' ? 'text-right' : 'text-left';
}
