import { Database, FlaskConical, Route } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { SpanRecord } from '../../../api/contract';
import { Button, buttonClass } from '../../../components/Button';
import { generationOf } from '../../playground/original';

const AddExample = lazy(async () => ({ default: (await import('../../datasets/AddExample')).AddExample }));

/** Where one goes on from a span: why it was routed so, the same call changed, an example of it. */
export function SpanActions({ record }: { record: SpanRecord }) {
  const [isAdding, setIsAdding] = useState(false);
  const generation = generationOf(record);
  const isChat = record.content.input_messages.length > 0;
  const hasTexts = isChat || record.content.input !== null;
  if (generation === null && !hasTexts) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {generation !== null && (
        <Link to={`/generations/${encodeURIComponent(generation)}/route`} className={buttonClass('secondary', 'sm')}>
          <Route size={13} aria-hidden /> Why this route
        </Link>
      )}
      {isChat && (
        <Link to={`/playground?trace=${record.trace_id}&span=${record.span_id}`} className={buttonClass('secondary', 'sm')}>
          <FlaskConical size={13} aria-hidden /> Playground
        </Link>
      )}
      {hasTexts && (
        <Button size="sm" icon={<Database size={13} aria-hidden />} onClick={() => setIsAdding(true)}>
          Add to dataset
        </Button>
      )}
      {isAdding && (
        <Suspense>
          <AddExample record={record} onClose={() => setIsAdding(false)} />
        </Suspense>
      )}
    </div>
  );
}
