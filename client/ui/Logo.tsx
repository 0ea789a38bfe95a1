import type { JSX } from 'react';

/** The mark: a role breaking its top edge. */
export function Logo({ size = 22 }: { readonly size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <rect x="2.5" y="7" width="19" height="14" rx="3.5" fill="var(--surface)" stroke="var(--ink)" strokeWidth="2" />
      <circle cx="8" cy="6.6" r="3.6" fill="var(--ink)" />
      <path d="M12.5 16.5h5" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
