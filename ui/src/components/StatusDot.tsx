import { cx } from '../app/cx';
import { type SpanStatus, spanStatus, STATUS_NAMES } from './spanStatus';

// shape as well as colour: filled, crossed out, hollow
const LOOKS: Record<SpanStatus, string> = {
  ok: 'rounded-full bg-success',
  error: 'rotate-45 rounded-[1px] bg-danger',
  unset: 'rounded-full border-[1.5px] border-subtle',
};

/** Status of a span or trace as a mark: a disc, a diamond when it failed, a ring when nothing was said. */
export function StatusDot({ status, className }: { status: string | null | undefined; className?: string }) {
  const known = spanStatus(status);
  return <span role="img" aria-label={STATUS_NAMES[known]} title={STATUS_NAMES[known]} className={cx('inline-block size-2 shrink-0', LOOKS[known], className)} />;
}
