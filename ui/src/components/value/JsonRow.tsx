import { ChevronRight, Link } from 'lucide-react';
import { memo } from 'react';
import { cx } from '../../app/cx';
import { formatCount } from '../../app/format';
import type { Json } from '../../api/contract';
import { jsonKind, type JsonKind, type JsonRow as Row } from './jsonRows';
import { LongText } from './LongText';
import { RowCopy } from './RowCopy';

const INDENT_PX = 14;
/** Deeper levels are not moved further right: the value has to stay in view. */
const MAX_INDENTS = 24;
/** A text that is longer, or has lines, is cut to one line until it is opened. */
const LINE_LENGTH = 120;

const TONES: Record<JsonKind, string> = {
  string: 'text-fg',
  number: 'text-info',
  boolean: 'text-warning',
  null: 'text-subtle',
  object: 'text-subtle',
  array: 'text-subtle',
};

interface JsonRowProps {
  row: Row;
  /** A long text is shown whole. */
  isTextOpen: boolean;
  onToggle: (row: Row) => void;
}

export function isLongText(value: Json): value is string {
  return typeof value === 'string' && (value.length > LINE_LENGTH || value.includes('\n'));
}

/** One line of the JSON view; a long text opens below its key. */
export const JsonRow = memo(function JsonRow({ row, isTextOpen, onToggle }: JsonRowProps) {
  const canOpen = row.size > 0 || isLongText(row.value);
  const isOpen = row.open || isTextOpen;
  return (
    <div className="group relative pr-12 font-mono text-xs leading-5 hover:bg-hover" style={{ paddingLeft: Math.min(row.depth, MAX_INDENTS) * INDENT_PX }}>
      {canOpen ? (
        <button type="button" aria-expanded={isOpen} onClick={() => onToggle(row)} className="flex w-full min-w-0 items-center text-left -outline-offset-2!">
          <ChevronRight size={12} className={cx('mr-1 shrink-0 text-subtle transition-transform duration-100', isOpen && 'rotate-90')} aria-hidden />
          <Line row={row} />
        </button>
      ) : (
        <div className="flex min-w-0 items-center pl-4">
          <Line row={row} />
        </div>
      )}
      {isTextOpen && typeof row.value === 'string' && (
        <div className="my-1 ml-4 rounded-md border border-line bg-surface p-2">
          <LongText text={row.value} label={row.path || 'Text'} />
        </div>
      )}
      <span className="invisible absolute top-0 right-0 flex bg-hover group-focus-within:visible group-hover:visible">
        <RowCopy label="Copy path" icon={Link} text={() => row.path} />
        <RowCopy label="Copy value" text={() => (typeof row.value === 'string' ? row.value : JSON.stringify(row.value, null, 2))} />
      </span>
    </div>
  );
});

function Line({ row }: { row: Row }) {
  return (
    <>
      {row.name !== null && <span className="mr-1.5 max-w-[45%] shrink-0 truncate text-accent">{row.name}:</span>}
      <span className={cx('min-w-0 truncate', TONES[jsonKind(row.value)])}>{preview(row)}</span>
    </>
  );
}

function preview({ value, size, open }: Row): string {
  if (typeof value === 'string') {
    const shown = JSON.stringify(value.slice(0, LINE_LENGTH * 2));
    return value.length > LINE_LENGTH * 2 ? `${shown.slice(0, -1)}… (${formatCount(value.length)} characters)` : shown;
  }
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return size === 0 ? '[]' : `[ ${formatCount(size)} ]`;
  if (size === 0) return '{}';
  return open ? `{ ${formatCount(size)} }` : `{ ${Object.keys(value).slice(0, 6).join(', ')}${size > 6 ? ', …' : ''} }`;
}
