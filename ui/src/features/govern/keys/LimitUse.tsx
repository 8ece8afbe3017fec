import type { KeyRecord } from '../../../api/contract';
import { formatUsd } from '../../../app/format';
import { Meter } from '../../../components/Meter';
import { toneOf } from '../budgets/burnDown';
import { windowText } from './keyStates';

/** How much of a key's limit is used. */
export function LimitUse({ of }: { of: KeyRecord }) {
  if (of.limit === null) return <span className="text-subtle">none</span>;
  const used = of.limit - (of.limit_remaining ?? of.limit);
  return (
    <span className="inline-flex items-center gap-2" title={`${formatUsd(used)} of ${formatUsd(of.limit)} ${windowText(of.limit_reset)}`}>
      <Meter label={`Limit of ${of.name}`} value={used} max={of.limit} tone={toneOf(used / of.limit)} className="hidden w-14 @4xl/table:block" />
      <span className="tabular">{formatUsd(of.limit)}</span>
      <span className="text-xs text-subtle">{windowText(of.limit_reset)}</span>
    </span>
  );
}
