import { CircleAlert, RotateCw } from 'lucide-react';
import { ApiError } from '../api/client';
import { cx } from '../app/cx';
import { Button } from './Button';

interface ErrorStateProps {
  /** What was tried: "The traces could not be loaded". */
  title: string;
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** In a line of a form or panel instead of the middle of a page. */
  inline?: boolean;
}

/** A failure in the API's own words. */
export function ErrorState({ title, error, onRetry, inline = false }: ErrorStateProps) {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof ApiError && error.status > 0 ? error.status : undefined;
  return (
    <div role="alert" className={cx('flex gap-3', inline ? 'rounded-md border border-line bg-danger-soft p-3' : 'mx-auto max-w-xl px-6 py-16')}>
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-danger" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {title}
          {status && <span className="tabular ml-2 font-mono text-xs font-normal text-muted">{status}</span>}
        </p>
        <p className="mt-0.5 text-sm break-words whitespace-pre-wrap text-muted">{message}</p>
        {onRetry && (
          <Button className="mt-3" size="sm" icon={<RotateCw size={12} aria-hidden />} onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
