import type * as Y from 'yjs';

const isHigh = (text: string, index: number): boolean => /[\uD800-\uDBFF]/.test(text.charAt(index));
const isLow = (text: string, index: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(index));

/**
 * Turns a shared text into another by one removal and one insertion between what both have in common at their ends, so that
 * what somebody else types elsewhere in it stays. Never cuts a pair of surrogates.
 */
export function writeText(text: Y.Text, next: string): void {
  const now = text.toString();
  if (now === next) return;
  const most = Math.min(now.length, next.length);
  let start = 0;
  while (start < most && now[start] === next[start]) start += 1;
  if (start > 0 && isHigh(now, start - 1)) start -= 1;
  let end = 0;
  while (end < most - start && now[now.length - 1 - end] === next[next.length - 1 - end]) end += 1;
  if (end > 0 && isLow(now, now.length - end)) end -= 1;
  const removed = now.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const added = next.slice(start, next.length - end);
  if (added !== '') text.insert(start, added);
}
