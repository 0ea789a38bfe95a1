import { Button, SegmentedControl } from '@mantine/core';
import { CircleAlert, Download, Info, TriangleAlert } from 'lucide-react';
import { type JSX, useState } from 'react';
import type { Repair } from '#shared/import/import-types.ts';
import type { Drafted } from './desk.ts';
import { counted } from './field-labels.ts';
import styles from './ImportDialog.module.css';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;
const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;
const SEVERITIES = ['error', 'warning', 'info'] as const;
type Filter = 'all' | Repair['severity'];

/** What was mended, guessed or left out, by line. */
export function RepairList({
  drafted,
  onDownload,
}: {
  readonly drafted: Drafted;
  readonly onDownload: () => void;
}): JSX.Element {
  const [filter, setFilter] = useState<Filter>('all');
  const { severities } = drafted;
  const total = severities.error + severities.warning + severities.info;
  if (total === 0) return <p className={styles['quiet']}>Nothing had to be mended.</p>;
  const present = SEVERITIES.filter((one) => severities[one] > 0);
  const shown = drafted.repairs.filter((one) => filter === 'all' || one.severity === filter);
  const more = (filter === 'all' ? total : severities[filter]) - shown.length;
  return (
    <section className={styles['repairs']} aria-label="Repairs">
      <div className={styles['bar']}>
        <h3>{counted(total, 'repair', 'repairs')}</h3>
        {present.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label="Which repairs"
            value={filter}
            onChange={(next) => setFilter(SEVERITIES.find((one) => one === next) ?? 'all')}
            data={[
              { value: 'all', label: 'All' },
              ...present.map((one) => ({
                value: one,
                label: counted(severities[one], WORDS[one].toLowerCase(), `${WORDS[one].toLowerCase()}s`),
              })),
            ]}
          />
        )}
        <Button size="xs" variant="subtle" leftSection={<Download size={13} />} onClick={onDownload}>
          Download the list
        </Button>
      </div>
      <ul>
        {shown.map((repair, i) => {
          const Icon = ICONS[repair.severity];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two repairs may read alike; the list is replaced as a whole.
            <li key={i} data-severity={repair.severity}>
              <Icon size={14} aria-label={WORDS[repair.severity]} />
              <span className={styles['line']}>{repair.line === null ? 'Whole' : `Line ${repair.line}`}</span>
              <span>{repair.sentence}</span>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className={styles['quiet']}>{counted(more, 'more is', 'more are')} in the list to download.</p>}
    </section>
  );
}
