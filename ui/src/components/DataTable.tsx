import type { ReactNode } from 'react';
import { cx } from '../app/cx';

export interface Column<Row> {
  name: string;
  isNumber?: boolean;
  className?: string;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** What the rows are, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The row that is looked at. */
  current?: (row: Row) => boolean;
}

/** A table of some dozens of rows, 32 px each; scrolls sideways where there is no room. For long lists see VirtualList. */
export function DataTable<Row>({ label, columns, rows, keyOf, current }: DataTableProps<Row>) {
  return (
    // scrolls, so the keyboard has to reach it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="min-w-0 overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="h-8 border-b border-line text-2xs font-medium text-subtle">
            {columns.map(({ name, isNumber, className }) => (
              <th key={name} scope="col" className={cx('px-3 font-medium whitespace-nowrap first:pl-4 last:pr-4', isNumber ? 'text-right' : 'text-left', className)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={cx('h-8 border-b border-line last:border-b-0', current?.(row) ? 'bg-selected' : 'hover:bg-hover')}>
              {columns.map(({ name, isNumber, className, cell }) => (
                <td key={name} className={cx('px-3 py-1 whitespace-nowrap first:pl-4 last:pr-4', isNumber && 'tabular text-right', className)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
