import { useState } from 'react';
import type { Json } from '../../api/contract';
import { formatCount } from '../../app/format';
import { cx } from '../../app/cx';
import { VirtualList } from '../../components/VirtualList';
import { JsonView } from '../../components/value/JsonView';
import { shortText } from './comparison';
import type { ExampleRecord } from './types';

const COLUMNS = 'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-4 px-4 md:grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)_minmax(0,0.6fr)]';

/** The examples of a version: those in view are drawn; the chosen one whole, below. */
export function ExampleTable({ examples }: { examples: readonly ExampleRecord[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = examples.find(({ node_id: id }) => id === chosenId);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <VirtualList
        label={`${formatCount(examples.length)} examples`}
        items={examples}
        keyOf={({ node_id: id }) => id}
        rowPx={32}
        heading={
          <div className={cx(COLUMNS, 'h-8 items-center border-b border-line text-2xs font-medium text-subtle')} aria-hidden>
            <span className="hidden md:block">Id</span>
            <span>Input</span>
            <span>Reference</span>
            <span className="hidden md:block">Metadata</span>
          </div>
        }
        row={(example) => (
          <button
            type="button"
            aria-expanded={example.node_id === chosenId}
            onClick={() => setChosenId(example.node_id === chosenId ? null : example.node_id)}
            className={cx(COLUMNS, 'h-8 w-full items-center border-b border-line text-left -outline-offset-2!', example.node_id === chosenId ? 'bg-selected' : 'hover:bg-hover')}
          >
            <code className="hidden truncate text-subtle md:block">{example.id}</code>
            <span className="truncate">{shortText(example.input)}</span>
            <span className="truncate text-muted">{shortText(example.output)}</span>
            <span className="hidden truncate text-xs text-subtle md:block">{shortText(example.metadata)}</span>
          </button>
        )}
      />
      {chosen && (
        <div className="grid max-h-[45%] gap-4 overflow-y-auto border-t border-line-strong bg-surface p-4 md:grid-cols-3" role="region" aria-label="Example">
          <Value title="Input" value={chosen.input} />
          <Value title="Reference" value={chosen.output} />
          <Value title="Metadata" value={chosen.metadata} />
        </div>
      )}
    </div>
  );
}

function Value({ title, value }: { title: string; value: Json }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-2xs font-medium text-subtle">{title}</h3>
      <JsonView value={value} label={title} />
    </div>
  );
}
