import { Checkbox, Loader, SegmentedControl } from '@mantine/core';
import { type JSX, useMemo } from 'react';
import type { ExportChoices } from './choices.ts';
import styles from './ExportDialog.module.css';
import { formatOf } from './formats.ts';
import type { Page } from './pages.ts';
import { usePictures } from './use-pictures.ts';

const NO_PAGES: readonly Page[] = [];

/** What will come out: one page large, the others small, each with its tick. */
export function PreviewPane({
  pages = NO_PAGES,
  choices,
  off,
  current,
  looking,
  onCurrent,
  onTurn,
  onFinish,
  children,
}: {
  readonly pages: readonly Page[] | undefined;
  readonly choices: ExportChoices;
  readonly off: readonly number[];
  readonly current: number;
  readonly looking: boolean;
  readonly onCurrent: (page: number) => void;
  readonly onTurn: (page: number, on: boolean) => void;
  readonly onFinish: (finish: 'full' | 'print') => void;
  readonly children: JSX.Element | null;
}): JSX.Element {
  const svgs = useMemo(() => pages.map((page) => page.svg), [pages]);
  const addresses = usePictures(svgs);
  const page = pages[current];
  const format = formatOf(choices.format);
  const deck = format.shows === 'pages';
  const clear = format.takes.includes('transparent') && choices.transparent;
  const shape = choices.ratio === 'fit' ? `${Math.round(page?.w ?? 0)} × ${Math.round(page?.h ?? 0)}` : choices.ratio;
  const word = choices.format === 'pdf' ? 'Page' : 'Slide';
  const on = pages.flatMap((_, i) => (off.includes(i) ? [] : [i]));
  const place = on.indexOf(current);
  const where =
    page === undefined
      ? ''
      : !deck
        ? `${Math.round(page.w)} × ${Math.round(page.h)}`
        : place < 0
          ? `Not in the file · ${shape}`
          : `${word} ${place + 1} of ${on.length} · ${shape}`;
  return (
    <div className={styles['preview']}>
      <div className={styles['previewHead']}>
        <span>{where}</span>
        {looking && <Loader size={14} aria-label="Drawing the preview" />}
        <span className={styles['spring']} />
        {format.shows !== 'board' && (
          <SegmentedControl
            size="xs"
            aria-label="Finish"
            value={choices.finish}
            onChange={(next) => onFinish(next === 'print' ? 'print' : 'full')}
            data={[
              { value: 'full', label: 'Full' },
              { value: 'print', label: 'Print' },
            ]}
          />
        )}
      </div>
      <div className={[styles['paper'], deck ? styles['deck'] : '', clear ? styles['clear'] : ''].join(' ')}>
        {page !== undefined && addresses[current] !== undefined && (
          <img alt={deck ? `Preview of ${page.title}` : 'Preview'} src={addresses[current]} />
        )}
      </div>
      {deck && pages.length > 1 && (
        <ul className={styles['thumbs']} aria-label="Pages">
          {pages.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its place.
            <li key={i} data-off={off.includes(i)}>
              <button
                type="button"
                aria-label={`Show ${word.toLowerCase()} ${i + 1}, ${one.title}`}
                aria-current={i === current}
                onClick={() => onCurrent(i)}
              >
                {addresses[i] !== undefined && <img alt="" src={addresses[i]} />}
              </button>
              <Checkbox
                size="xs"
                label={one.title}
                aria-label={`${word} ${i + 1}, ${one.title}, in the file`}
                checked={!off.includes(i)}
                onChange={(event) => onTurn(i, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
