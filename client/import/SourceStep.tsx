import { Button, FileButton, Textarea } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { type DragEvent, type JSX, useState } from 'react';
import styles from './ImportDialog.module.css';

/** Endings offered first in the browser's own file dialog; any other file may be dropped. */
const ENDINGS = '.csv,.tsv,.txt,.xlsx,.json,.md,.mmd,.drawio,.xml,.png,.svg,.pdf,.pptx';

/** The question what to import: a file chosen or dropped, or text pasted. */
export function SourceStep({
  onFile,
  onText,
}: {
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
}): JSX.Element {
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <div className={styles['source']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for keyboards. */}
      <div
        className={styles['drop']}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp size={28} strokeWidth={1.5} aria-hidden="true" />
        <p>Drop a file here</p>
        <FileButton
          onChange={(file) => file !== null && onFile(file)}
          accept={ENDINGS}
          inputProps={{ 'aria-label': 'File to import' }}
        >
          {(props) => (
            <Button h={38} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <p className={styles['quiet']}>CSV, TSV, Excel, an indented list, Microsoft Graph users, draw.io, Mermaid</p>
      </div>
      <form
        className={styles['paste']}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <Textarea
          label="Or paste rows or a list"
          placeholder={
            'Title\tReports to\nChief marketing officer\t\nMarketing operations lead\tChief marketing officer'
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" h={38} disabled={text.trim() === ''}>
          Read this
        </Button>
      </form>
      <p className={styles['quiet']}>
        Nothing leaves this page until you add it to a board. Names of people are found first and can stay out.
      </p>
    </div>
  );
}
