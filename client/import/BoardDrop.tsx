import { type JSX, useEffect, useState } from 'react';
import { useRuntime } from '../session/runtime.ts';
import styles from './BoardDrop.module.css';

/** Pictures become tracing layers: the canvas takes those. */
const isPicture = (type: string): boolean => type.startsWith('image/');

const carriesFile = (data: DataTransfer | null): data is DataTransfer => {
  if (data === null || !data.types.includes('Files')) return false;
  const files = [...data.items].filter((item) => item.kind === 'file');
  return files.length === 0 || files.some((item) => !isPicture(item.type));
};

/** A file dropped on the board opens the import dialog with it. */
export function BoardDrop(): JSX.Element | null {
  const { ui } = useRuntime();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stopper = new AbortController();
    const { signal } = stopper;
    const drag = (event: DragEvent): void => {
      // A dialog that takes files itself has them.
      if (event.defaultPrevented || !carriesFile(event.dataTransfer)) return;
      event.preventDefault();
      setOver(ui.getState().overlay.type === 'none');
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (event.defaultPrevented || !carriesFile(event.dataTransfer)) return;
      event.preventDefault();
      const file = [...event.dataTransfer.files].find((one) => !isPicture(one.type));
      if (file !== undefined && ui.getState().overlay.type === 'none') {
        ui.setState({ overlay: { type: 'import', file } });
      }
    };
    window.addEventListener('dragover', drag, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    return () => stopper.abort();
  }, [ui]);
  return over ? <div className={styles['drop']}>Drop the file here to import it</div> : null;
}
