import { Link } from 'lucide-react';
import { Fragment } from 'react';
import type { Json } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { parseStructure } from '../../../components/value/jsonRows';
import { JsonView } from '../../../components/value/JsonView';
import { LongText } from '../../../components/value/LongText';
import { RowCopy } from '../../../components/value/RowCopy';
import { type AttributeEntry, textOf } from './attributes';

const LINE_LENGTH = 240;

interface AttributeLineProps {
  entry: AttributeEntry;
  isOpen: boolean;
  onToggle: () => void;
}

/** A key and its value; a long value is two lines until it is opened. */
export function AttributeLine({ entry: { key, value }, isOpen, onToggle }: AttributeLineProps) {
  const text = textOf(value);
  const isLong = text.length > LINE_LENGTH || text.includes('\n');
  return (
    <div className="group relative gap-x-4 border-b border-line py-1 pr-12 font-mono text-xs leading-5 hover:bg-hover @lg/detail:grid @lg/detail:grid-cols-[minmax(8rem,2fr)_minmax(0,3fr)]">
      <span className="min-w-0 text-muted [overflow-wrap:anywhere]">
        <Key name={key} />
      </span>
      <div className="min-w-0">
        {isLong ? (
          <>
            <button type="button" aria-expanded={isOpen} onClick={onToggle} className={cx('w-full text-left [overflow-wrap:anywhere]', isOpen ? 'text-accent' : 'line-clamp-2')}>
              {isOpen ? 'Close' : text.slice(0, LINE_LENGTH * 2)}
            </button>
            {isOpen && <Whole value={value} text={text} label={key} />}
          </>
        ) : (
          <span className={cx('[overflow-wrap:anywhere]', toneOf(value))}>{text === '' ? <span className="text-subtle">empty</span> : text}</span>
        )}
      </div>
      <span className="invisible absolute top-1 right-0 flex bg-hover group-focus-within:visible group-hover:visible">
        <RowCopy label="Copy key" icon={Link} text={() => key} />
        <RowCopy label="Copy value" text={() => text} />
      </span>
    </div>
  );
}

/** May break after its dots. */
function Key({ name }: { name: string }) {
  const parts = name.split('.');
  return parts.map((part, index) => (
    // the parts of a key have no other name than their place
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {part}
      {index < parts.length - 1 && '.'}
      <wbr />
    </Fragment>
  ));
}

function Whole({ value, text, label }: { value: Json; text: string; label: string }) {
  const structure = typeof value === 'string' ? parseStructure(value) : value;
  if (structure !== undefined && typeof structure === 'object') return <JsonView value={structure} label={label} />;
  return <LongText text={text} label={label} isCode />;
}

function toneOf(value: Json): string {
  if (typeof value === 'number') return 'text-info';
  return typeof value === 'boolean' ? 'text-warning' : 'text-fg';
}
