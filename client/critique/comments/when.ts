const MINUTE = 60_000;

/** "now", "3 min ago", "2 h ago", "12 May": how long ago, from two moments in ms. Comments know the minute only. */
export function whenWords(at: number, now: number): string {
  const minutes = Math.floor((now - at) / MINUTE);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' }).format(at);
}
