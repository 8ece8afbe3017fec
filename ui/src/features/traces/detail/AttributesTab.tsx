import { ListTree, Rows3, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { SpanRecord } from '../../../api/contract';
import { CopyButton } from '../../../components/CopyButton';
import { IconButton } from '../../../components/IconButton';
import { Input } from '../../../components/Input';
import { JsonView } from '../../../components/value/JsonView';
import { VirtualRows } from '../../../components/value/VirtualRows';
import { AttributeLine } from './AttributeLine';
import { attributeRows } from './attributeRows';
import { nestAttributes } from './attributes';

interface AttributesTabProps {
  record: SpanRecord;
  isTree: boolean;
  onTreeChange: (isTree: boolean) => void;
}

/** All that a span says: a table by prefix, or the keys taken apart as a tree. */
export function AttributesTab({ record, isTree, onTreeChange }: AttributesTabProps) {
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(search);
  const rows = useMemo(() => attributeRows(record, wanted), [record, wanted]);
  const nested = useMemo(() => (isTree ? nestAttributes(record.attributes) : null), [isTree, record.attributes]);
  const tools = (
    <>
      <IconButton size="sm" label="Table" keys="m" aria-pressed={!isTree} icon={<Rows3 size={14} aria-hidden />} onClick={() => onTreeChange(false)} />
      <IconButton size="sm" label="Tree" keys="m" aria-pressed={isTree} icon={<ListTree size={14} aria-hidden />} onClick={() => onTreeChange(true)} />
      <CopyButton text={() => JSON.stringify(record.attributes, null, 2)} label="Copy all attributes" />
    </>
  );
  if (isTree) return <JsonView value={nested} label="Attributes" hasSearch fill tools={tools} className="py-3" />;

  const toggle = (id: string) =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const draw = (index: number) => {
    const row = rows[index];
    if (!row) return null;
    if ('title' in row) return <GroupTitle {...row} />;
    return <AttributeLine entry={row} isOpen={opened.has(row.id)} onToggle={() => toggle(row.id)} />;
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col py-3">
      <div className="mb-2 flex shrink-0 items-center gap-2">
        <Input
          className="max-w-72 flex-1"
          type="search"
          aria-label="Search attributes"
          placeholder="Search keys and values"
          icon={<Search size={13} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="ml-auto flex items-center gap-1">{tools}</span>
      </div>
      {rows.length === 0 ? (
        <p className="py-8 text-center text-sm text-muted">{search === '' ? 'This span has no attributes.' : 'No key or value contains that.'}</p>
      ) : (
        <VirtualRows
          label="Attributes"
          count={rows.length}
          estimate={28}
          isMeasured
          className="min-h-0 flex-1"
          row={draw}
        />
      )}
    </div>
  );
}

function GroupTitle({ title, count }: { title: string; count: number }) {
  return (
    <h3 className="flex items-baseline gap-2 border-b border-line pt-4 pb-1 font-mono text-xs font-semibold">
      {title} <span className="tabular text-2xs font-normal text-subtle">{count}</span>
    </h3>
  );
}
