import { cx } from '../../app/cx';
import { type Column, templateOf } from './columns';

/** Names of the columns; rows say them themselves to screen readers. */
export function ListHeadings<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <div
      aria-hidden
      className="grid h-7 shrink-0 items-center gap-x-3 overflow-hidden border-b border-line bg-surface px-4 text-2xs text-subtle [scrollbar-gutter:stable] [scrollbar-width:thin]"
      style={{ gridTemplateColumns: templateOf(columns) }}
    >
      {columns.map(({ id, label, isRight }) => (
        <span key={id} className={cx('truncate', isRight && 'text-right')}>
          {label}
        </span>
      ))}
    </div>
  );
}
