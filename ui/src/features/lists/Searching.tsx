import { Search } from 'lucide-react';
import { formatCount } from '../../app/format';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';

interface SearchingProps {
  what: string;
  /** Rows that were looked at so far. */
  scanned: number;
  isPaused: boolean;
  onGoOn: () => void;
}

/** Nothing was found yet, and there is more to look at. */
export function Searching({ what, scanned, isPaused, onGoOn }: SearchingProps) {
  return (
    <div role="status">
      <EmptyState
        icon={<Search size={22} className={isPaused ? undefined : 'animate-breathe'} aria-hidden />}
        title={isPaused ? 'Nothing so far' : 'Searching'}
        action={isPaused && <Button onClick={onGoOn}>Search older {what}</Button>}
      >
        {formatCount(scanned)} {what} looked at, the newest first.
      </EmptyState>
    </div>
  );
}
