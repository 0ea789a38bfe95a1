import { Switch } from '@mantine/core';
import type { JSX } from 'react';
import styles from './ExportDialog.module.css';

/** A switch with its word at the left, and a few more words beside it. */
export function Toggle({
  label,
  hint = '',
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}): JSX.Element {
  return (
    <Switch
      labelPosition="left"
      withThumbIndicator={false}
      classNames={{ body: styles['switch'] ?? '' }}
      label={
        <>
          {label}
          {hint !== '' && <span className={styles['hint']}>{hint}</span>}
        </>
      }
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
