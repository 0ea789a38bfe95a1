const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
  ['month', 2_592_000],
  ['year', 31_536_000],
];

/** "Changed 2 minutes ago", from an ISO date. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (!Number.isFinite(seconds)) return '';
  const step = STEPS.filter(([, size]) => seconds >= size).at(-1);
  if (step === undefined) return 'Changed just now';
  return `Changed ${new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(-Math.floor(seconds / step[1]), step[0])}`;
}
