import { ArrowDown, ArrowUp, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatCount } from '../../app/format';
import { IconButton } from '../IconButton';
import { Input } from '../Input';
import { findInText, rowAt, splitFound, textRows } from './textRows';
import { VirtualRows } from './VirtualRows';

/** A text of any length with line numbers and a search; draws the lines in view. */
export function TextViewer({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => textRows(text), [text]);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const found = useMemo(() => findInText(text, wanted), [text, wanted]);
  const [at, setAt] = useState(0);
  const position = found[at];
  const step = (by: number) => setAt((before) => (found.length === 0 ? 0 : (before + by + found.length) % found.length));
  const lineWidth = `${String(rows.lines.at(-1) ?? 1).length + 1}ch`;

  const draw = (index: number) => (
    <div className="flex gap-3 px-2 font-mono text-xs leading-5">
      <span className="tabular shrink-0 text-right text-subtle select-none" style={{ width: lineWidth }} aria-hidden>
        {rows.lines[index] === rows.lines[index - 1] ? '' : rows.lines[index]}
      </span>
      <span className="min-h-5 min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Row text={text.slice(rows.starts[index], rows.ends[index])} wanted={wanted} />
      </span>
    </div>
  );

  return (
    <div className="min-w-0 rounded-md border border-line bg-surface">
      <div className="flex items-center gap-1 border-b border-line p-1">
        <Input
          className="h-7 max-w-60 flex-1 border-transparent"
          type="search"
          aria-label={`Find in ${label}`}
          placeholder="Find"
          icon={<Search size={13} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          }}
        />
        {wanted !== '' && (
          <>
            <span role="status" className="tabular text-xs text-muted">
              {found.length === 0 ? 'Not found' : `${at + 1} of ${formatCount(found.length)}`}
            </span>
            <IconButton size="sm" label="Previous" icon={<ArrowUp size={13} aria-hidden />} onClick={() => step(-1)} />
            <IconButton size="sm" label="Next" icon={<ArrowDown size={13} aria-hidden />} onClick={() => step(1)} />
          </>
        )}
        <span className="tabular ml-auto px-1.5 text-2xs text-subtle">
          {formatCount(rows.lines.at(-1) ?? 1)} lines · {formatCount(text.length)} characters
        </span>
      </div>
      <VirtualRows
        label={label}
        count={rows.count}
        estimate={20}
        isMeasured
        showRow={position === undefined ? undefined : rowAt(rows, position)}
        className="max-h-[55vh] py-1"
        row={draw}
      />
    </div>
  );
}

function Row({ text, wanted }: { text: string; wanted: string }) {
  if (wanted === '') return text;
  return splitFound(text, wanted).map((piece, index) =>
    // the pieces of a row have no other name than their place
    // oxlint-disable-next-line react/no-array-index-key
    index % 2 === 1 ? <mark key={index} className="rounded-[2px] bg-warning-soft text-warning">{piece}</mark> : piece,
  );
}
