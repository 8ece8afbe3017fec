import type { KeyRecord } from '../../../api/contract';

export type KeyStateName = 'on' | 'off' | 'expired' | 'used up';

/** Whether a request with this key would be let in now, and why not. */
export function stateOf(key: Pick<KeyRecord, 'disabled' | 'expires_at' | 'limit_remaining'>, now: number): KeyStateName {
  if (key.disabled) return 'off';
  if (key.expires_at !== null && Date.parse(key.expires_at) <= now) return 'expired';
  return key.limit_remaining !== null && key.limit_remaining <= 0 ? 'used up' : 'on';
}

const WINDOWS: Record<string, string> = { daily: 'a day', weekly: 'a week', monthly: 'a month' };

/** How often a limit begins anew: "a month", "in all". */
export function windowText(reset: string | null): string {
  return reset === null ? 'in all' : (WINDOWS[reset] ?? reset);
}
