import type { DocumentRecord } from '../../../api/contract';
import { JsonView } from '../../../components/value/JsonView';
import { ValueView } from '../../../components/value/ValueView';
import { Clamp } from './Clamp';
import { Part } from './Part';

const PARTS: Record<string, string> = { retrieved: 'Retrieved', input: 'Given to rank', output: 'Ranked', embedded: 'Embedded' };

/** Documents in the order of the span, under what happened to them. */
export function DocumentsTab({ documents }: { documents: DocumentRecord[] }) {
  const parts = [...new Set(documents.map((document) => document.part))];
  return parts.map((part) => {
    const own = documents.filter((document) => document.part === part);
    return (
      <section key={part} className="py-3">
        <h3 className="mb-2 text-xs font-semibold">
          {PARTS[part] ?? part} <span className="tabular font-normal text-subtle">{own.length}</span>
        </h3>
        <ol className="flex flex-col gap-2">
          {own.map((document, index) => (
            // a document may come twice, or without an id
            // oxlint-disable-next-line react/no-array-index-key
            <Document key={index} document={document} rank={index + 1} />
          ))}
        </ol>
      </section>
    );
  });
}

function Document({ document, rank }: { document: DocumentRecord; rank: number }) {
  const { id, score, text, metadata } = document;
  return (
    <li className="min-w-0 rounded-md border border-line bg-surface px-3 py-2">
      <div className="mb-1 flex items-baseline gap-2 text-xs">
        <span className="tabular text-subtle">{rank}</span>
        <span className="min-w-0 truncate font-mono text-muted">{id ?? 'no id'}</span>
        {score !== null && (
          <span className="tabular ml-auto shrink-0 font-mono" title={`score ${score}`}>
            {Number(score.toPrecision(4))}
          </span>
        )}
      </div>
      {text ? (
        <Clamp text={text.text}>
          <ValueView value={text} label={`Document ${rank}`} />
        </Clamp>
      ) : (
        <span className="text-xs text-subtle">no text</span>
      )}
      {metadata !== null && (
        <Part title="Metadata" className="mt-1">
          <JsonView value={metadata} label={`Metadata of document ${rank}`} />
        </Part>
      )}
    </li>
  );
}
