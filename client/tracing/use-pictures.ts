import { useEffect } from 'react';
import { toBoard } from '../canvas/camera.ts';
import { useCanvas } from '../canvas/canvas-context.ts';

const TYPING = 'input,textarea,select,[contenteditable],[role="dialog"]';

const pictures = (data: DataTransfer | null): readonly File[] =>
  [...(data?.items ?? [])].flatMap((item) =>
    item.kind === 'file' && item.type.startsWith('image/') ? (item.getAsFile() ?? []) : [],
  );

const carriesPicture = (data: DataTransfer | null): boolean => {
  const files = [...(data?.items ?? [])].filter((item) => item.kind === 'file');
  return files.length > 0 && files.every((item) => item.type.startsWith('image/'));
};

/** Pictures that are dropped on the canvas or pasted become tracing layers. Text on the clipboard goes before its picture. */
export function usePictures(root: { readonly current: HTMLElement | null }): void {
  const { runtime, camera } = useCanvas();
  useEffect(() => {
    const element = root.current;
    if (element === null || !runtime.can('board.edit')) return undefined;
    const stopper = new AbortController();
    const { signal } = stopper;
    /** What reads pictures is fetched when the first one comes. */
    const lay = (blob: Blob, client?: { readonly x: number; readonly y: number }): void => {
      const corner = element.getBoundingClientRect();
      const at = client === undefined ? undefined : { x: client.x - corner.left, y: client.y - corner.top };
      import('./paste-image.ts').then(
        ({ pasteImage }) => pasteImage(runtime, blob, at === undefined ? undefined : toBoard(camera.get(), at)),
        () => runtime.notify('The page could not load what reads pictures. Check the line, then try again.'),
      );
    };
    element.addEventListener(
      'dragover',
      (event) => {
        if (!carriesPicture(event.dataTransfer)) return;
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      },
      { signal },
    );
    element.addEventListener(
      'drop',
      (event) => {
        const [picture] = pictures(event.dataTransfer);
        if (picture === undefined) return;
        event.preventDefault();
        const at = { x: event.clientX, y: event.clientY };
        // A picture of ours may carry its board: that is what is wanted then.
        import('../export/carried-board.ts')
          .then(({ openCarried }) => openCarried(runtime, picture))
          .then(
            (opened) => opened || lay(picture, at),
            () => lay(picture, at),
          );
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        const { target, clipboardData } = event;
        if (event.defaultPrevented || (target instanceof Element && target.closest(TYPING) !== null)) return;
        const [picture] = pictures(clipboardData);
        if (picture === undefined || (clipboardData?.getData('text/plain') ?? '') !== '') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        lay(picture);
      },
      { capture: true, signal },
    );
    return () => stopper.abort();
  }, [runtime, camera, root]);
}
