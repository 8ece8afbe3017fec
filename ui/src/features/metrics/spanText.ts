const LOCALE = 'en-GB';
const dateTime = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** "22 Nov, 10:00 – 14:00", "22 Nov, 10:00 – 24 Nov, 09:00" in the reader's time zone. */
export function spanText(from: number, to: number): string {
  const begin = new Date(from);
  const end = new Date(to);
  const isOneDay = begin.toDateString() === end.toDateString();
  return `${dateTime.format(begin)} – ${(isOneDay ? clock : dateTime).format(end)}`;
}
