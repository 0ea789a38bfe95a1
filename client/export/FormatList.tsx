import { Radio, Select } from '@mantine/core';
import type { JSX } from 'react';
import type { ExportChoices } from './choices.ts';
import styles from './ExportDialog.module.css';
import { FORMATS, type FormatId, formatOf } from './formats.ts';

const MORE = 'more';
const OTHERS = FORMATS.filter((format) => format.more);

/** The kinds of file, the common ones first; the others stand behind "More". */
export function FormatList({
  choices,
  hints,
  onChange,
}: {
  readonly choices: ExportChoices;
  /** Said instead of what the format is good for. */
  readonly hints: Partial<Record<FormatId, string>>;
  readonly onChange: (more: Partial<ExportChoices>) => void;
}): JSX.Element {
  const format = formatOf(choices.format);
  const value = format.more ? MORE : format.id;
  const choose = (next: string): void => {
    if (next === MORE) onChange({ format: choices.other });
    else onChange({ format: next as FormatId });
  };
  const rows = FORMATS.filter((one) => !one.more).map(({ id, label, hint }) => ({
    id: id as string,
    label,
    hint: hints[id] ?? hint,
  }));
  return (
    <>
      <Radio.Group value={value} onChange={choose} label="Format" labelProps={{ className: styles['unseen'] }}>
        {[...rows, { id: MORE, label: 'More', hint: 'draw.io, Mermaid, Markdown, text' }].map(({ id, label, hint }) => (
          <Radio
            key={id}
            value={id}
            className={[styles['format'], value === id ? styles['on'] : ''].join(' ')}
            data-autofocus={value === id ? true : undefined}
            label={
              <span className={styles['formatWords']}>
                <strong>{label}</strong>
                <span>{hint}</span>
              </span>
            }
          />
        ))}
      </Radio.Group>
      {format.more && (
        <Select
          size="sm"
          aria-label="Other format"
          allowDeselect={false}
          value={format.id}
          onChange={(next) => next !== null && onChange({ format: next as FormatId, other: next as FormatId })}
          data={OTHERS.map(({ id, label, hint }) => ({
            value: id,
            label: `${label}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}`,
          }))}
        />
      )}
    </>
  );
}
