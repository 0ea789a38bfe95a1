import { Modal, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import {
  type JSX,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './PickDialog.module.css';

export interface PickRow {
  readonly id: string;
  readonly label: string;
  readonly left?: ReactNode;
  readonly right?: ReactNode;
  readonly disabled?: boolean;
}

interface Props {
  readonly title: string;
  readonly placeholder: string;
  readonly nothing: string;
  readonly rows: (question: string) => readonly PickRow[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** Most rows that are listed. */
const MOST = 80;

/** Type, walk with the arrows, Enter: the one list behind the command palette and find. */
export function PickDialog({ title, placeholder, nothing, rows, onPick, onClose }: Props): JSX.Element {
  const [question, setQuestion] = useState('');
  const [active, setActive] = useState(0);
  // At once, not after the dialog has faded in: whoever types on loses no letter.
  const [field, setField] = useState<HTMLInputElement | null>(null);
  useLayoutEffect(() => field?.focus({ preventScroll: true }), [field]);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = rows(question).slice(0, MOST);
  const at = Math.min(active, Math.max(0, found.length - 1));
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  const pick = (row: PickRow | undefined): void => {
    if (row === undefined || row.disabled === true) return;
    onClose();
    onPick(row.id);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter') pick(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={onClose} size={560} padding={8} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Modal.Title className="visually-hidden">{title}</Modal.Title>
          <TextInput
            ref={setField}
            data-autofocus
            aria-label={title}
            role="combobox"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={found[at] === undefined ? '' : `${id}-${found[at].id}`}
            variant="unstyled"
            size="lg"
            px={8}
            leftSection={<Search size={16} />}
            placeholder={placeholder}
            value={question}
            onChange={(event) => {
              setQuestion(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKey}
          />
          {/* The text field above holds the focus and names the active row. */}
          <div ref={list} id={id} className={styles['list']} role="listbox" aria-label={title}>
            {found.map((row, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text field above takes the keys for the list.
              <div
                key={row.id}
                id={`${id}-${row.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                aria-disabled={row.disabled === true}
                className={styles['row']}
                onMouseMove={() => setActive(i)}
                onClick={() => pick(row)}
              >
                <span className={styles['left']}>{row.left}</span>
                <span className={styles['label']}>{row.label}</span>
                {row.right}
              </div>
            ))}
            {found.length === 0 && <p className={styles['nothing']}>{nothing}</p>}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
