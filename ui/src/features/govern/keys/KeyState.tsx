import type { KeyRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { RelativeTime } from '../../../components/RelativeTime';
import { useNow } from '../kit/useNow';
import { stateOf } from './keyStates';

const TONES = { on: 'success', off: 'neutral', expired: 'neutral', 'used up': 'danger' } as const;

/** Whether a key is let in, and when it ends. */
export function KeyState({ of }: { of: KeyRecord }) {
  const state = stateOf(of, useNow());
  return (
    <span className="inline-flex items-center gap-2">
      <Badge tone={TONES[state]}>{state}</Badge>
      {state === 'on' && of.expires_at && (
        <span className="hidden text-xs text-subtle @4xl/table:inline">
          ends <RelativeTime value={of.expires_at} />
        </span>
      )}
    </span>
  );
}
