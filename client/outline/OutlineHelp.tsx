import type { JSX } from 'react';
import { KeyCaps } from '../panels/KeyCaps.tsx';
import styles from './Outline.module.css';

const WALK: readonly (readonly [string, string])[] = [
  ['ArrowDown', 'Next row; Home and End: first and last'],
  ['ArrowRight', 'Open, then into it; ← closes'],
  ['Shift+ArrowDown', 'Select the next one too; Space: take in or out'],
];

const DRAW: readonly (readonly [string, string])[] = [
  ['Enter', 'Add beside; Shift Enter: before'],
  ['Alt+Enter', 'Add below; while naming: Tab'],
  ['F2', 'Rename, or just type'],
  ['1', '1 to 8: a new one of that kind'],
  ['Alt+ArrowUp', 'Up and down among its siblings'],
  ['Alt+ArrowRight', 'Under the one before; left: one step out'],
  ['Alt+M', 'Move under…'],
  ['Alt+I', 'Sit in…'],
  ['Alt+C', 'Connect to…'],
  ['Alt+E', 'Set a value…'],
  ['F4', 'Details; Esc brings you back'],
  ['Delete', 'Delete'],
];

/** The keys of the outline, in short. */
export function OutlineHelp({ editor }: { readonly editor: boolean }): JSX.Element {
  return (
    <section className={styles['help']} aria-label="Keys of the outline">
      <dl>
        {[...WALK, ...(editor ? DRAW : [])].map(([key, words]) => (
          <div key={key}>
            <dt>
              <KeyCaps keys={[key]} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>Tab leaves the outline.</p>
    </section>
  );
}
