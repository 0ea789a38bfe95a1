const DAY_MS = 24 * 3600_000;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** `14:05`, in this device's time zone. */
export const timeOf = (iso: string): string => clock.format(new Date(iso));

/** `Today`, `Yesterday`, `Tue 12 May`, `12 May 2025`. */
export function dayOf(iso: string, now: Date): string {
  const at = new Date(iso);
  // A day in which the clocks change is an hour longer or shorter.
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return at.getFullYear() === now.getFullYear() ? day.format(at).replace(',', '') : dayOfYear.format(at);
}

/** `14:05`, `14:05 yesterday`, `14:05, Tue 12 May`. */
export function momentOf(iso: string, now: Date): string {
  const word = dayOf(iso, now);
  if (word === 'Today') return timeOf(iso);
  return word === 'Yesterday' ? `${timeOf(iso)} yesterday` : `${timeOf(iso)}, ${word}`;
}
