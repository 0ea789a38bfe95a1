import { Kbd } from '@mantine/core';
import { Fragment, type JSX } from 'react';
import { isMac, keyCaps } from '../commands/keys.ts';
import styles from './KeyCaps.module.css';

/** Shortcuts as key caps; several are alternatives. */
export function KeyCaps({
  keys,
  together = false,
}: {
  readonly keys: readonly string[];
  /** Caps side by side, without "or". */
  readonly together?: boolean;
}): JSX.Element {
  return (
    <span className={styles['keys']}>
      {keys.map((spec, i) => (
        <Fragment key={spec}>
          {i > 0 && !together && <span className={styles['or']}>or</span>}
          {keyCaps(spec, isMac()).map((cap) => (
            <Kbd key={cap} className={styles['cap']}>
              {cap}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
