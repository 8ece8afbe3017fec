import { ArrowUp } from 'lucide-react';
import { formatCount } from '../../../app/format';
import { Button } from '../../../components/Button';

interface NewTracesProps {
  count: number;
  isOverflow: boolean;
  onApply: () => void;
}

/** The pill over the list that says how many traces wait, and lets them in. */
export function NewTraces({ count, isOverflow, onApply }: NewTracesProps) {
  const text = isOverflow ? 'Many new' : `${formatCount(count)} new`;
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-9 z-10 flex justify-center">
      {(count > 0 || isOverflow) && (
        <Button size="sm" variant="primary" className="pointer-events-auto animate-rise-in rounded-full! px-3! shadow-float" icon={<ArrowUp size={12} aria-hidden />} onClick={onApply}>
          {text}
        </Button>
      )}
    </div>
  );
}
