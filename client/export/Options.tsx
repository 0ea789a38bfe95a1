import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { Board } from '#shared/board/model.ts';
import { compareOrder } from '#shared/board/order.ts';
import type { PageRatio } from '#shared/formats/page/page.ts';
import { isLevel, MARKS, type MarkChoice, readerOf, sourceLine } from './choices.ts';
import styles from './ExportDialog.module.css';
import { formatOf, type OptionId } from './formats.ts';
import { BOARD, SELECTION } from './pages.ts';
import { Toggle } from './Toggle.tsx';
import type { Export } from './use-export.ts';

const MARK_WORDS: Readonly<Record<MarkChoice, string>> = {
  confidential: 'Council confidential',
  draft: 'Draft',
  none: 'None',
  own: 'Own text',
};

const RATIOS: readonly (readonly [PageRatio, string])[] = [
  ['16:9', '16:9'],
  ['4:3', '4:3'],
];

function Choice<T extends string>({
  label,
  value,
  data,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly data: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}): JSX.Element {
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        onChange={(next) => onChange(next as T)}
        data={data.map(([id, words]) => ({ value: id, label: words }))}
      />
    </div>
  );
}

/** What can be said about a file of the chosen format. */
export function Options({
  job,
  board,
  selected,
  withheld,
  scaleNote,
  comments = false,
}: {
  readonly job: Export;
  readonly board: Board;
  /** How many things are selected. */
  readonly selected: number;
  /** How many fields the reader does not get. */
  readonly withheld: number;
  readonly scaleNote: string;
  /** Something was said about the board that may be taken along. */
  readonly comments?: boolean;
}): JSX.Element {
  const { choices, texts, choose } = job;
  const format = formatOf(choices.format);
  const when = (option: OptionId, control: ReactNode): ReactNode => (format.takes.includes(option) ? control : null);
  const frames = [...board.frames.values()].sort(compareOrder);
  const level = readerOf(choices);
  return (
    <>
      {when(
        'what',
        <Select
          label="What"
          size="sm"
          allowDeselect={false}
          value={job.what}
          onChange={(next) => job.show(next ?? BOARD)}
          data={[
            { value: BOARD, label: 'The whole board' },
            { value: SELECTION, label: `The selection (${selected})`, disabled: selected === 0 },
            ...frames.map((one, i) => ({ value: one.id, label: `Frame ${i + 1}: ${one.title}` })),
          ]}
        />,
      )}
      {when(
        'slides',
        <Choice
          label="A slide for"
          value={choices.slides}
          onChange={(slides) => choose({ slides })}
          data={[
            ['auto', 'What fits'],
            ['frames', 'Frame'],
            ['branches', 'Branch'],
            ['board', 'Board'],
          ]}
        />,
      )}
      {when(
        'ratio',
        <Choice
          label="Shape"
          value={choices.format !== 'pdf' && choices.ratio === 'fit' ? '16:9' : choices.ratio}
          onChange={(ratio) => choose({ ratio })}
          data={choices.format === 'pdf' ? [...RATIOS, ['fit', 'The drawing']] : RATIOS}
        />,
      )}
      {when(
        'scale',
        <Choice
          label="Scale"
          value={String(choices.scale)}
          onChange={(scale) => choose({ scale: scale === '4' ? 4 : scale === '2' ? 2 : 1 })}
          data={[
            ['1', '1×'],
            ['2', '2×'],
            ['4', '4×'],
          ]}
        />,
      )}
      {scaleNote !== '' && (
        <p className={styles['note']} role="status">
          {scaleNote}
        </p>
      )}
      {when(
        'colours',
        <Choice
          label="Colours"
          value={choices.colours}
          onChange={(colours) => choose({ colours })}
          data={[
            ['exact', 'Exact'],
            ['deck', "The deck's"],
          ]}
        />,
      )}
      {when(
        'font',
        <Choice
          label="Font"
          value={choices.font}
          onChange={(font) => choose({ font })}
          data={[
            ['theme', "The deck's"],
            ['Inter', 'Inter'],
          ]}
        />,
      )}
      {when(
        'fonts',
        <Choice
          label="Text"
          value={choices.fonts}
          onChange={(fonts) => choose({ fonts })}
          data={[
            ['none', 'Named font'],
            ['embed', 'Font inside'],
            ['outlines', 'Outlines'],
          ]}
        />,
      )}
      {when(
        'legend',
        <Toggle
          label="Legend"
          hint="only what is used"
          checked={choices.legend}
          onChange={(legend) => choose({ legend })}
        />,
      )}
      {when(
        'points',
        <Toggle
          label="Talking points"
          hint="answers of this board"
          checked={choices.points}
          onChange={(points) => choose({ points })}
        />,
      )}
      {when(
        'prompts',
        <Toggle label="Questions in the notes" checked={choices.prompts} onChange={(prompts) => choose({ prompts })} />,
      )}
      {comments &&
        when(
          'comments',
          <Toggle
            label="Comments in the notes"
            hint={choices.pattern || level === 'public' ? 'not for these readers' : 'what everybody here may read'}
            checked={choices.comments && !choices.pattern && level !== 'public'}
            disabled={choices.pattern || level === 'public'}
            onChange={(on) => choose({ comments: on })}
          />,
        )}
      {when(
        'dark',
        <Toggle
          label="Dark"
          checked={choices.theme === 'dark'}
          onChange={(on) => choose({ theme: on ? 'dark' : 'light' })}
        />,
      )}
      {when(
        'transparent',
        <Toggle
          label="Transparent ground"
          checked={choices.transparent}
          onChange={(transparent) => choose({ transparent })}
        />,
      )}
      {format.takes.length > 0 && <hr />}
      <Choice
        label="For"
        value={level}
        onChange={(next) => isLevel(next) && choose(choices.format === 'json' ? { fileLevel: next } : { level: next })}
        data={[
          ['public', 'Anybody'],
          ['council', 'The council'],
          ['private', 'Those who draw'],
        ]}
      />
      <Toggle
        label="Pattern only"
        hint="generic labels, no names"
        checked={choices.pattern}
        onChange={(pattern) => choose({ pattern })}
      />
      {when(
        'keep',
        <Toggle
          label="Keep the board inside the file"
          hint="opens again"
          checked={choices.keep}
          onChange={(keep) => choose({ keep })}
        />,
      )}
      {(withheld > 0 || choices.pattern) && (
        <p className={styles['note']} role="status">
          {choices.pattern
            ? 'Shapes, lines and numbers leave; names, notes and links stay here.'
            : `${withheld === 1 ? '1 note, link or answer stays' : `${withheld} notes, links and answers stay`} here.`}
        </p>
      )}
      {when(
        'mark',
        <>
          <hr />
          <Select
            label="Mark on every page"
            size="sm"
            allowDeselect={false}
            value={choices.mark}
            onChange={(next) => choose({ mark: MARKS.find((one) => one === next) ?? 'none' })}
            data={MARKS.map((mark) => ({ value: mark, label: MARK_WORDS[mark] }))}
          />
          {choices.mark === 'own' && (
            <TextInput
              label="Text of the mark"
              size="sm"
              maxLength={60}
              value={texts.mark}
              onChange={(event) => job.say({ mark: event.currentTarget.value })}
            />
          )}
          <TextInput
            label="Line at the foot"
            size="sm"
            maxLength={160}
            value={texts.source ?? (choices.pattern ? '' : sourceLine(board, texts))}
            onChange={(event) => job.say({ source: event.currentTarget.value })}
          />
        </>,
      )}
    </>
  );
}
