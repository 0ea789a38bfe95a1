import { ActionIcon, Button, SegmentedControl, Select, Textarea, TextInput, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, Eye, Play, Plus, Trash2, X } from 'lucide-react';
import { type DragEvent, type JSX, useEffect, useState } from 'react';
import type { Frame, Id, StateId } from '#shared/board/model.ts';
import { orderBetween } from '#shared/board/order.ts';
import { command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { attempt } from '../gestures/attempt.ts';
import { useBoard, useUi } from '../panels/use-board.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';
import { useStates } from '../states/StateSwitch.tsx';
import { showState } from '../states/show-state.ts';
import styles from './FramesPanel.module.css';
import { FrameThumb } from './FrameThumb.tsx';
import { frameFromView } from './present-commands.ts';
import { framesInOrder } from './slides.ts';

const RATIOS = { '16:9': 16 / 9, '4:3': 4 / 3 } as const;

const ratioOf = ({ w, h }: Frame): '16:9' | '4:3' | 'free' => {
  const near = (ratio: number): boolean => Math.abs(w / h - ratio) < 0.01;
  if (near(RATIOS['16:9'])) return '16:9';
  return near(RATIOS['4:3']) ? '4:3' : 'free';
};

/** Puts a frame before another, or with `null` at the end. */
export function moveFrame(runtime: BoardRuntime, id: Id, before: Id | null): void {
  const frames = framesInOrder(runtime.view.board).filter((frame) => frame.id !== id);
  const at = before === null ? frames.length : frames.findIndex((frame) => frame.id === before);
  if (at < 0) return;
  const order = orderBetween(frames[at - 1]?.order ?? null, frames[at]?.order ?? null);
  attempt(runtime, () => runtime.editor.setOrder(id, order));
  runtime.ui.setState({ announcement: `Now ${at + 1} of ${frames.length + 1}.` });
}

/** A text that is written when the field is left or Enter is pressed. */
function useDraft(value: string, write: (text: string) => void) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return {
    value: text,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setText(event.currentTarget.value),
    onBlur: () => {
      if (text !== value) write(text);
    },
  };
}

function FrameFields({ frame }: { readonly frame: Frame }): JSX.Element {
  const runtime = useRuntime();
  const { states } = useStates();
  const update = (patch: Parameters<BoardRuntime['editor']['updateFrame']>[1]): void => {
    attempt(runtime, () => runtime.editor.updateFrame(frame.id, patch));
  };
  const title = useDraft(frame.title, (text) => update({ title: text.trim() }));
  const subtitle = useDraft(frame.subtitle ?? '', (text) => update({ subtitle: text.trim() }));
  const notes = useDraft(frame.notes ?? '', (text) => update({ notes: text }));
  const reshape = (name: string): void => {
    const ratio = name === '16:9' || name === '4:3' ? RATIOS[name] : null;
    if (ratio !== null) update({ h: Math.round(frame.w / ratio) });
  };
  return (
    <div className={styles['fields']}>
      <TextInput size="xs" label="Title" maxLength={200} {...title} />
      <TextInput size="xs" label="Line under the title" maxLength={300} {...subtitle} />
      <Textarea size="xs" label="Notes for the speaker" autosize minRows={2} maxRows={8} {...notes} />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Shape"
        data={[
          { value: '16:9', label: '16:9' },
          { value: '4:3', label: '4:3' },
          { value: 'free', label: 'Free' },
        ]}
        value={ratioOf(frame)}
        onChange={reshape}
      />
      {states.length > 1 && (
        <Select
          size="xs"
          label="Shows the state"
          data={[
            { value: '', label: 'The one that is shown' },
            ...states.map(({ id, title: name }) => ({ value: id, label: name })),
          ]}
          value={frame.state ?? ''}
          onChange={(state) => update({ state: state === null || state === '' ? null : (state as StateId) })}
          comboboxProps={{ shadow: 'md' }}
        />
      )}
    </div>
  );
}

interface RowProps {
  readonly frame: Frame;
  readonly place: number;
  readonly frames: readonly Frame[];
  readonly open: boolean;
  readonly editor: boolean;
}

function FrameRow({ frame, place, frames, open, editor }: RowProps): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const [over, setOver] = useState(false);
  const shown = frame.state === undefined ? board : (runtime.view.readState(frame.state) ?? board);
  const name = frame.title || 'Untitled';
  const jump = (): void => {
    if (frame.state !== undefined) showState(runtime, frame.state);
    runtime.ui.setState({ selection: new Set([frame.id]) });
    runtime.control?.fit({ ids: [frame.id] });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const id = event.dataTransfer.getData('text/x-orgora-frame');
    if (id !== '' && id !== frame.id) moveFrame(runtime, id, frame.id);
  };
  const after = frames[place + 2]?.id ?? null;
  return (
    <li
      className={styles['row']}
      data-open={open}
      data-over={over}
      draggable={editor}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/x-orgora-frame', frame.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('text/x-orgora-frame')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <button type="button" className={styles['jump']} aria-current={open} onClick={jump}>
        <span className={styles['picture']}>
          <FrameThumb board={shown} box={frame} />
        </span>
        <span className={styles['name']}>
          {place + 1}. {name}
        </span>
      </button>
      {open && editor && (
        <>
          <div className={styles['acts']}>
            <Tooltip label="Earlier">
              <ActionIcon
                variant="subtle"
                aria-label={`Move ${name} earlier`}
                disabled={place === 0}
                onClick={() => moveFrame(runtime, frame.id, frames[place - 1]?.id ?? null)}
              >
                <ArrowUp size={15} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Later">
              <ActionIcon
                variant="subtle"
                aria-label={`Move ${name} later`}
                disabled={place === frames.length - 1}
                onClick={() => moveFrame(runtime, frame.id, after)}
              >
                <ArrowDown size={15} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Remove the frame; what is drawn stays">
              <ActionIcon
                variant="subtle"
                aria-label={`Remove ${name}`}
                onClick={() => {
                  attempt(runtime, () => runtime.editor.remove([frame.id]));
                  runtime.notify(`${name} is removed. What is drawn stays.`, {
                    label: 'Undo',
                    run: () => runtime.undo.undo(),
                  });
                }}
              >
                <Trash2 size={15} />
              </ActionIcon>
            </Tooltip>
          </div>
          <FrameFields frame={frame} />
        </>
      )}
    </li>
  );
}

/** The frames of the board in the order of slides: what each shows, its title and notes. */
export function FramesPanel(): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const selection = useUi((ui) => ui.selection);
  const frames = framesInOrder(board);
  const editor = runtime.can('board.edit');
  return (
    <aside className={styles['panel']} aria-label="Frames">
      <header className={styles['head']}>
        <h2>Frames</h2>
        <ActionIcon
          variant="subtle"
          aria-label="Close the list of frames"
          onClick={() => runtime.ui.setState({ dock: null })}
        >
          <X size={16} />
        </ActionIcon>
      </header>
      {frames.length === 0 && (
        <p className={styles['hint']}>
          <Eye size={15} aria-hidden="true" /> A frame is a window on the board: a slide. Without one, the whole board
          is presented. Show what belongs on the first slide, then take “New frame from this view”.
        </p>
      )}
      <ol className={styles['list']}>
        {frames.map((frame, i) => (
          <FrameRow
            key={frame.id}
            frame={frame}
            place={i}
            frames={frames}
            open={selection.has(frame.id)}
            editor={editor}
          />
        ))}
      </ol>
      <footer className={styles['foot']}>
        {editor && (
          <Button size="xs" variant="default" leftSection={<Plus size={14} />} onClick={() => frameFromView(runtime)}>
            New frame from this view
          </Button>
        )}
        <Button
          size="xs"
          leftSection={<Play size={14} />}
          onClick={() => runCommand(command('present.start'), contextFor(runtime))}
        >
          Present
        </Button>
      </footer>
    </aside>
  );
}
