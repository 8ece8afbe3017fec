import { memo, type ReactNode, type RefObject } from 'react';
import { Link } from 'react-router';
import { cx } from '../../app/cx';
import { type Column, templateOf } from './columns';

interface RecordRowProps<Row> {
  id: string;
  row: Row;
  to: string;
  columns: readonly Column<Row>[];
  scale: number;
  isSelected: boolean;
  /** The one row that Tab goes to; arrow keys go on from there. */
  isTabStop: boolean;
  /** When it arrived or changed while in view; 0 is never. */
  flash: number;
  /** What a narrow window shows instead of columns. */
  card: ((row: Row) => ReactNode) | null;
  link: RefObject<HTMLAnchorElement | null> | null;
  onOpen: (id: string) => void;
  /** A link does nothing on the space bar, so it is free for the pause. */
  onSpace: (() => void) | undefined;
}

/** One record; all of the row is a link. */
function Row<Record>({ id, row, to, columns, scale, isSelected, isTabStop, flash, card, link, onOpen, onSpace }: RecordRowProps<Record>) {
  return (
    <Link
      ref={link}
      to={to}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isSelected || undefined}
      onClick={() => onOpen(id)}
      onKeyDown={(event) => {
        if (event.key !== ' ' || !onSpace) return;
        event.preventDefault();
        onSpace();
      }}
      className={cx('relative block border-b border-line px-4 text-sm -outline-offset-2!', isSelected ? 'bg-selected' : 'hover:bg-hover')}
    >
      {flash > 0 && <span key={flash} aria-hidden className="pointer-events-none absolute inset-0 animate-arrive" />}
      {card ? (
        card(row)
      ) : (
        <div className="relative grid h-[31px] items-center gap-x-3" style={{ gridTemplateColumns: templateOf(columns) }}>
          {columns.map(({ id: column, isRight, cell }) => (
            <span key={column} className={cx('min-w-0 truncate text-xs', isRight && 'text-right')}>
              {cell(row, scale)}
            </span>
          ))}
        </div>
      )}
    </Link>
  );
}

// memo forgets that a component takes a type
export const RecordRow = memo(Row) as typeof Row;
