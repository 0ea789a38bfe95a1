import { ActionIcon, Slider } from '@mantine/core';
import { Lock, LockOpen, Trash2, X } from 'lucide-react';
import { type CSSProperties, type JSX, useEffect, useSyncExternalStore } from 'react';
import { LEAST_OPACITY, removeImage, updateImage } from '#shared/board/images.ts';
import { toScreen } from '../canvas/camera.ts';
import { useCanvas } from '../canvas/canvas-context.ts';
import { useSlice, useView } from '../canvas/use-subscription.ts';
import { attempt } from '../gestures/attempt.ts';
import { CORNERS } from '../gestures/resize.ts';
import { imageOf, imagesOf } from './images-of.ts';
import styles from './TracingControls.module.css';

const percent = (value: number): string => `${Math.round(value * 100)} %`;

/** Frame, handles and the small panel of the tracing layer that is selected. */
export function TracingControls(): JSX.Element | null {
  const { runtime, camera, live } = useCanvas();
  const id = useSlice(runtime.ui, (ui) => ui.tracing);
  const view = useView(camera);
  const images = imagesOf(runtime);
  useSyncExternalStore(images.subscribe, () => images.images);
  const pulled = useSlice(live, (state) => state.tracing);
  useEffect(
    () =>
      runtime.ui.subscribe((now, before) => {
        if (now.selection === before.selection || now.selection.size === 0 || now.tracing === null) return;
        runtime.ui.setState({ tracing: null });
      }),
    [runtime],
  );
  const image = imageOf(runtime, id);
  if (image === null || !runtime.can('board.edit')) return null;
  const box = pulled?.id === image.id ? pulled.box : image;
  const corner = toScreen(view, box);
  const [w, h] = [box.w * view.zoom, box.h * view.zoom];
  const change = (patch: { opacity?: number; locked?: boolean }): void => {
    attempt(runtime, () => updateImage(runtime.editor, image.id, patch));
  };
  const close = (): void => runtime.ui.setState({ tracing: null });
  const handle = (name: (typeof CORNERS)[number]): CSSProperties => ({
    transform: `translate(${corner.x + (name.endsWith('w') ? 0 : w)}px, ${corner.y + (name.startsWith('n') ? 0 : h)}px)`,
    cursor: name === 'nw' || name === 'se' ? 'nwse-resize' : 'nesw-resize',
  });
  const left = Math.min(Math.max(8, corner.x), Math.max(8, view.w - 308));
  const top = Math.min(Math.max(66, corner.y - 52), Math.max(66, view.h - 120));
  return (
    <div className="canvas-above">
      <div
        className={styles['frame']}
        style={{ transform: `translate(${corner.x}px, ${corner.y}px)`, width: w, height: h }}
      />
      {!image.locked &&
        CORNERS.map((name) => (
          <button
            key={name}
            type="button"
            className="size-handle"
            aria-label="Change size"
            tabIndex={-1}
            data-handle={name}
            data-tracing={image.id}
            style={handle(name)}
          />
        ))}
      <section
        className={styles['panel']}
        aria-label="Tracing layer"
        data-own-pointer="true"
        style={{ transform: `translate(${left}px, ${top}px)` }}
      >
        <span className={styles['word']}>Tracing layer</span>
        <Slider
          className={styles['slider'] ?? ''}
          key={`${image.id} ${image.opacity}`}
          size="sm"
          min={LEAST_OPACITY}
          max={1}
          step={0.05}
          defaultValue={image.opacity}
          label={percent}
          thumbLabel="Opacity"
          onChangeEnd={(opacity) => change({ opacity })}
        />
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label={image.locked ? 'Unlock the tracing layer' : 'Lock it, so that the pointer draws over it'}
          title={image.locked ? 'Unlock' : 'Lock: the pointer draws over it'}
          aria-pressed={image.locked}
          onClick={() => change({ locked: !image.locked })}
        >
          {image.locked ? <Lock size={15} /> : <LockOpen size={15} />}
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label="Remove the tracing layer"
          title="Remove (Del)"
          onClick={() => {
            attempt(runtime, () => removeImage(runtime.editor, image.id));
            close();
          }}
        >
          <Trash2 size={15} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label="Done with the tracing layer"
          title="Done (Esc)"
          onClick={close}
        >
          <X size={15} />
        </ActionIcon>
      </section>
    </div>
  );
}
