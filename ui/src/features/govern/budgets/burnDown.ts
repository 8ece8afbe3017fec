const DAY = 86_400_000;

/** The window that a budget counts in, and how far it has gone. */
export interface BudgetWindow {
  /** Milliseconds since 1970; null: since ever. */
  begin: number | null;
  /** Null: it never ends. */
  end: number | null;
  /** Share of the window that has gone, 0 to 1; null where it never ends. */
  gone: number | null;
}

/** Windows begin at midnight UTC, weeks on Monday. */
export function windowOf(reset: string | null, now: number): BudgetWindow {
  const today = Math.floor(now / DAY) * DAY;
  if (reset === 'daily') return between(today, today + DAY, now);
  if (reset === 'weekly') {
    const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
    return between(monday, monday + 7 * DAY, now);
  }
  if (reset === 'monthly') {
    const date = new Date(today);
    return between(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1), Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1), now);
  }
  return { begin: null, end: null, gone: null };
}

/** What will be spent at the end of the window if it goes on like this; null too early to say, and where there is no end. */
export function projectionOf(spent: number, window: BudgetWindow): number | null {
  // in the first hours of a month one call would be a trend
  return window.gone !== null && window.gone >= 0.05 ? spent / window.gone : null;
}

/** When the limit will be reached if it goes on like this; null: not in this window. */
export function usedUpAt(spent: number, limit: number, window: BudgetWindow, now: number): number | null {
  if (window.begin === null || window.end === null || spent <= 0 || spent >= limit) return null;
  const at = window.begin + ((now - window.begin) * limit) / spent;
  return at < window.end ? at : null;
}

/** From four fifths on it is worth a look, at the limit it is one. */
export function toneOf(share: number): 'accent' | 'warning' | 'danger' {
  return share >= 1 ? 'danger' : share >= 0.8 ? 'warning' : 'accent';
}

function between(begin: number, end: number, now: number): BudgetWindow {
  return { begin, end, gone: Math.min(1, Math.max(0, (now - begin) / (end - begin))) };
}
