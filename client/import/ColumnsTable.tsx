import { NativeSelect } from '@mantine/core';
import { Check } from 'lucide-react';
import type { JSX } from 'react';
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '#shared/import/import-types.ts';
import type { Opened } from './desk.ts';
import { FIELD_LABELS, fieldOf, withField } from './field-labels.ts';
import styles from './ImportDialog.module.css';

const SAMPLES = [0, 1, 2, 3, 4] as const;

interface Props {
  readonly opened: Opened;
  readonly mapping: ImportMapping;
  readonly remembered: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** The columns of a table, what each means, and its first five rows. */
export function ColumnsTable({ opened, mapping, remembered, onChange }: Props): JSX.Element {
  const choices = [
    { value: '', label: 'Left out' },
    ...(Object.keys(FIELD_LABELS) as ImportField[]).map((field) => ({ value: field, label: FIELD_LABELS[field] })),
  ];
  const choose = (column: number, value: string): void =>
    onChange(withField(mapping, column, IMPORT_FIELDS.find((field) => field === value) ?? null));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboards.
    <section className={styles['columns']} aria-label="Columns" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {opened.columns.map((column, i) => {
              const field = fieldOf(mapping, i);
              const sure = field !== null && opened.sure.includes(field) && opened.mapping[field] === i;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: headings may be alike, columns never move.
                <th key={i} scope="col" data-out={field === null}>
                  <span className={styles['heading']}>
                    <span title={column.heading}>{column.heading === '' ? `Column ${i + 1}` : column.heading}</span>
                    {(sure || (remembered && field !== null)) && (
                      <span className={styles['sure']} title={sure ? 'Recognised' : 'As the last time'}>
                        <Check size={13} aria-hidden="true" />
                        <span className="visually-hidden">{sure ? 'recognised' : 'as the last time'}</span>
                      </span>
                    )}
                  </span>
                  <NativeSelect
                    size="xs"
                    aria-label={`${column.heading === '' ? `Column ${i + 1}` : column.heading} means`}
                    value={field ?? ''}
                    data={choices}
                    onChange={(event) => choose(i, event.currentTarget.value)}
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {SAMPLES.slice(0, opened.rows).map((row) => (
            <tr key={row}>
              {opened.columns.map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                <td key={i} data-out={fieldOf(mapping, i) === null} title={column.samples[row] ?? ''}>
                  {column.samples[row] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
