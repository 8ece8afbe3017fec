import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../api/status';
import { Tooltip } from '../components/Tooltip';
import { VisuallyHidden } from '../components/VisuallyHidden';
import { cx } from './cx';

const REFRESH_MS = 30_000;

/** Whether the server answers, and which version it is. */
export function ServerState({ collapsed = false }: { collapsed?: boolean }) {
  const { data, isError } = useQuery({ ...statusQuery, refetchInterval: REFRESH_MS });
  const text = isError ? 'Server not answering' : data ? `Weir ${data.version}` : 'Connecting';
  const dot = (
    <span className={cx('size-2 shrink-0 rounded-full', isError ? 'bg-danger' : data ? 'bg-success' : 'bg-line-strong')} aria-hidden />
  );
  if (!collapsed) {
    return (
      <p role="status" className={cx('flex h-8 items-center gap-2.5 px-2.5 text-xs', isError ? 'text-danger' : 'text-subtle')}>
        <span className="flex w-4 justify-center">{dot}</span>
        {text}
      </p>
    );
  }
  return (
    <Tooltip label={text} side="right">
      <p role="status" className="flex size-8 items-center justify-center">
        {dot}
        <VisuallyHidden>{text}</VisuallyHidden>
      </p>
    </Tooltip>
  );
}
