import type { SpanContent, TextValue } from '../../../api/contract';
import { CopyButton } from '../../../components/CopyButton';
import { ValueView } from '../../../components/value/ValueView';

/** What went into a span and what came out, one above the other. */
export function ValuesTab({ content }: { content: SpanContent }) {
  return (
    <div className="flex flex-col gap-4 py-3">
      {content.input && <Value title="Input" value={content.input} />}
      {content.output && <Value title="Output" value={content.output} isOutput />}
    </div>
  );
}

function Value({ title, value, isOutput = false }: { title: string; value: TextValue; isOutput?: boolean }) {
  return (
    <section aria-label={title} className={isOutput ? 'rounded-md border border-line bg-surface px-4 py-2.5' : 'min-w-0'}>
      <div className="mb-1.5 flex h-6 items-center gap-2">
        <h3 className="text-xs font-semibold">{title}</h3>
        {value.mime_type && <span className="font-mono text-2xs text-subtle">{value.mime_type}</span>}
        <span className="ml-auto">
          <CopyButton text={value.text} label={`Copy ${title.toLowerCase()}`} />
        </span>
      </div>
      <ValueView value={value} label={title} />
    </section>
  );
}
