import { type JSX, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Id } from '#shared/board/model.ts';
import { attempt } from '../gestures/attempt.ts';
import { addChild } from '../gestures/grow.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import { nameOf, namePlace } from './name-place.ts';
import { useSlice, useView } from './use-subscription.ts';

/** Least type size and width of the field where the board is far away, in CSS pixels. */
const LEAST_SIZE = 11;
const LEAST_WIDTH = 120;

/** The name being edited, exactly over where it is written. */
export function NameEditor(): JSX.Element | null {
  const { runtime, scene } = useCanvas();
  const editing = useSlice(runtime.ui, (ui) => ui.editing);
  if (editing === null || !runtime.can('board.edit')) return null;
  if (namePlace(scene, editing.id) === null) return null;
  return <Editor key={editing.id} id={editing.id} initial={editing.initial} />;
}

function Editor({ id, initial }: { readonly id: Id; readonly initial: string | null }): JSX.Element | null {
  const { runtime, scene, camera } = useCanvas();
  const view = useView(camera);
  const ref = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  const [text, setText] = useState(initial ?? nameOf(scene, id));
  const place = namePlace(scene, id);

  useEffect(() => {
    const area = ref.current;
    if (area === null) return;
    area.focus({ preventScroll: true });
    if (initial === null) area.select();
    else area.setSelectionRange(area.value.length, area.value.length);
    runtime.room.show({ editing: id });
    const box = scene.boxOf(id);
    if (box !== null) runtime.control?.reveal(box);
    return () => runtime.room.show({ editing: null });
  }, [runtime, scene, id, initial]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows from what is written in it.
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    area.style.height = '0';
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  if (place === null) return null;

  const finish = (write: boolean) => {
    if (done.current) return;
    done.current = true;
    const name = place.multiline ? text.trimEnd() : text.replace(/\s+/g, ' ').trim();
    if (write && name !== nameOf(scene, id)) attempt(runtime, () => runtime.editor.rename(id, name));
    if (runtime.ui.getState().editing?.id === id) runtime.ui.setState({ editing: null });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys typed into a name are not shortcuts of the board.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const enter = event.key === 'Enter';
    if (enter && event.shiftKey && place.multiline) return;
    if (!enter && event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    finish(event.key !== 'Escape');
    runtime.control?.focus();
    if (event.key === 'Tab' && !event.shiftKey && scene.board.elements.has(id)) addChild(runtime, id);
  };

  const at = toScreen(view, place);
  // What one writes can always be read, however far away the board is.
  const scale = Math.max(view.zoom, LEAST_SIZE / place.size);
  const far = scale > view.zoom;
  const height = place.leading * scale;
  return (
    <div className="canvas-above">
      <textarea
        ref={ref}
        className="name-editor"
        aria-label="Name"
        rows={1}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true)}
        style={{
          width: Math.max(place.w * view.zoom, far ? LEAST_WIDTH : 0),
          fontSize: place.size * scale,
          lineHeight: `${height}px`,
          fontWeight: place.weight,
          ...(far ? { background: 'var(--surface)', zIndex: 1 } : {}),
          textAlign: place.align,
          transform: `translate(${at.x}px, ${at.y}px) translateY(${place.top ? '0' : '-50%'})`,
        }}
      />
    </div>
  );
}
