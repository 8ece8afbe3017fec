import { Search } from 'lucide-react';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Json } from '../../api/contract';
import { cx } from '../../app/cx';
import { formatCount } from '../../app/format';
import { Input } from '../Input';
import { isLongText, JsonRow } from './JsonRow';
import { type JsonRow as Row, jsonRows, MAX_JSON_ROWS, searchJson } from './jsonRows';
import { VirtualRows } from './VirtualRows';

/** Fewer rows than this are simply drawn, and the page scrolls over them. */
const DRAWN_ROWS = 80;
/** Closed at first from this level on, and where there are more entries than fit a screen. */
const OPEN_DEPTH = 3;
const OPEN_SIZE = 60;

interface JsonViewProps {
  value: Json;
  label: string;
  /** With a search field and these buttons above. */
  tools?: ReactNode;
  hasSearch?: boolean;
  /** Fills its flex parent instead of growing with its rows. */
  fill?: boolean;
  className?: string;
}

/** JSON as a tree that opens and closes; draws what is in view, so that megabytes do not freeze the page. */
export function JsonView({ value, label, tools, hasSearch = false, fill = false, className }: JsonViewProps) {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const found = useMemo(() => searchJson(value, wanted), [value, wanted]);
  const rows = useMemo(() => {
    const isOpen = ({ path, depth, size }: Pick<Row, 'path' | 'depth' | 'size'>): boolean =>
      toggled.get(path) ?? (found !== null || depth === 0 || (depth < OPEN_DEPTH && size <= OPEN_SIZE));
    return jsonRows(value, { isOpen, kept: found?.kept });
  }, [value, toggled, found]);

  const onToggle = useCallback((row: Row) => {
    setToggled((before) => {
      const isOpen = row.size > 0 ? row.open : (before.get(row.path) ?? false);
      return new Map(before).set(row.path, !isOpen);
    });
  }, []);

  const draw = (row: Row | undefined): ReactNode =>
    row && <JsonRow key={row.path} row={row} isTextOpen={isLongText(row.value) && (toggled.get(row.path) ?? false)} onToggle={onToggle} />;

  return (
    <div className={cx('flex min-h-0 min-w-0 flex-col', fill && 'flex-1', className)}>
      {(hasSearch || tools) && (
        <div className="mb-2 flex shrink-0 items-center gap-2">
          {hasSearch && (
            <Input
              className="max-w-72 flex-1"
              type="search"
              aria-label={`Search ${label}`}
              placeholder="Search keys and values"
              icon={<Search size={13} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
          {found && (
            <span role="status" className="tabular text-xs whitespace-nowrap text-muted">
              {formatCount(found.count)}
              {found.isPartial && '+'} found
            </span>
          )}
          <span className="ml-auto flex items-center gap-1">{tools}</span>
        </div>
      )}
      {!fill && rows.length <= DRAWN_ROWS ? (
        <div>{rows.map(draw)}</div>
      ) : (
        <VirtualRows
          label={label}
          count={rows.length}
          estimate={20}
          isMeasured
          className={fill ? 'min-h-0 flex-1' : 'max-h-[60vh]'}
          row={(index) => draw(rows[index])}
        />
      )}
      {rows.length >= MAX_JSON_ROWS && (
        <p className="mt-2 text-xs text-muted">Only the first {formatCount(MAX_JSON_ROWS)} rows are shown. Close a part, search, or download it.</p>
      )}
    </div>
  );
}
