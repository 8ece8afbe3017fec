const LOCALE = 'en-GB';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const monthYear = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** A tick of a time axis in the reader's time zone: the clock within a day, the date where a day begins, the year where one does. */
export function tickText(time: number, tickStep: number): string {
  const at = new Date(time);
  const isMidnight = at.getHours() === 0 && at.getMinutes() === 0 && at.getSeconds() === 0;
  if (!isMidnight) return tickStep < MINUTE ? seconds.format(at) : clock.format(at);
  return at.getMonth() === 0 && at.getDate() === 1 && tickStep >= DAY ? monthYear.format(at) : dayMonth.format(at);
}

/** A piece of time: "Sun, 22 Nov 2026, 10:00–11:00"; whole days go without the clock. */
export function pieceText(time: number, step: number): string {
  const begin = new Date(time);
  const end = new Date(time + step);
  const date = full.format(begin);
  if (step < DAY) return `${date}, ${clock.format(begin)}–${clock.format(end)}`;
  // days are those of UTC and begin within one of the reader's elsewhere
  if (begin.getHours() !== 0) return `${date}, ${clock.format(begin)} to ${full.format(end)}, ${clock.format(end)}`;
  return step === DAY ? date : `${date} to ${full.format(new Date(time + step - 1))}`;
}
