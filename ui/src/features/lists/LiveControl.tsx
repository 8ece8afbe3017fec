import { Pause, Play } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { cx } from '../../app/cx';
import type { LiveTraces } from '../traces/list/useLiveTraces';

/** Whether new traces come in by themselves, and the button that holds them. */
export function LiveControl({ live }: { live: LiveTraces }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden className={cx('size-1.5 rounded-full', live.isPaused ? 'bg-line-strong' : 'animate-breathe bg-success')} />
      {live.isPaused ? 'Paused' : 'Live'}
      <IconButton
        size="sm"
        label={live.isPaused ? 'Resume' : 'Pause'}
        keys="p"
        aria-pressed={live.isPaused}
        icon={live.isPaused ? <Play size={13} aria-hidden /> : <Pause size={13} aria-hidden />}
        onClick={live.togglePaused}
      />
    </span>
  );
}
