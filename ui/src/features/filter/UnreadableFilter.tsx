import { ListFilter } from 'lucide-react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';

/** Instead of rows, where the filter has a mistake; the filter itself says which. */
export function UnreadableFilter({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={<ListFilter size={22} aria-hidden />} title="The filter has a mistake" action={<Button onClick={onClear}>Clear the filter</Button>}>
      It is marked above. For example: <code>span_kind == 'LLM' and latency_ms &gt; 500</code>
    </EmptyState>
  );
}
