import { Button, Modal, Progress, SegmentedControl, Switch } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { writeFile } from '#shared/board/file.ts';
import { LIMITS } from '#shared/protocol/messages.ts';
import { command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { api } from '../session/api.ts';
import { download } from '../session/download.ts';
import { useRuntime } from '../session/runtime.ts';
import { applyUpdate } from './apply-update.ts';
import { ChangeList, GROUPS, type Group } from './ChangeList.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import type { Compared, ImportSource } from './desk.ts';
import { counted, FORMAT_LABELS, isUsable } from './field-labels.ts';
import styles from './ImportDialog.module.css';
import { NamesChoice } from './NamesChoice.tsx';
import { PartChoice } from './PartChoice.tsx';
import { Picture } from './Picture.tsx';
import { RepairList } from './RepairList.tsx';
import { SourceStep } from './SourceStep.tsx';
import { type DeskMaker, useImport } from './use-import.ts';
import { addImported } from './write-board.ts';

interface Props {
  readonly text?: string | undefined;
  readonly file?: File | undefined;
  readonly onClose: () => void;
  /** The desk that does the work; by default one in a worker. */
  readonly makeDesk?: DeskMaker;
}

const sourceOf = (content: File | string): ImportSource => ({
  name: typeof content === 'string' ? '' : content.name,
  content,
  letters: 'auto',
});

/** The changes with only the groups that were asked for. */
const wantedOf = ({ changes }: Compared, wanted: ReadonlySet<Group>): Compared['changes'] => ({
  ...changes,
  added: wanted.has('added') ? changes.added : [],
  moved: wanted.has('moved') ? changes.moved : [],
  changed: wanted.has('changed') ? changes.changed : [],
  left: wanted.has('left') ? changes.left : [],
});

/** Whether the same people stand on the board: they came from an import, or half of them are there by name. */
const isSameSource = ({ changes, draft, imported }: Compared): boolean =>
  changes.matched.size > 0 && (imported || changes.matched.size * 2 >= draft.items.length);

/** People or a chart from somewhere else: what it is, what its columns mean, what was mended, and what it will look like. */
export function ImportDialog({ text, file, onClose, makeDesk }: Props): JSX.Element {
  const runtime = useRuntime();
  const navigate = useNavigate();
  const [before] = useState(() => (runtime.view.board.elements.size > 0 ? runtime.view.board : null));
  const job = useImport(before, makeDesk);
  const [update, setUpdate] = useState(true);
  const [wanted, setWanted] = useState<ReadonlySet<Group>>(new Set(GROUPS));
  const [writing, setWriting] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });

  const first = useRef(file ?? text);
  const { choose } = job;
  useEffect(() => {
    const given = first.current;
    first.current = undefined;
    if (given !== undefined) choose(sourceOf(given));
  }, [choose]);

  const { opened, drafted, laid, compared } = job;
  const same = compared !== null && isSameSource(compared);
  const updating = update && same;
  const size = laid?.board.elements.size ?? 0;
  const room = LIMITS.elements - runtime.view.board.elements.size;
  const busy = job.busy !== null || writing !== null;

  const add = async (): Promise<void> => {
    if (laid === null) return;
    setWriting(0);
    const done = await addImported(runtime, laid.board, setWriting);
    setWriting(null);
    if (!done) return;
    runtime.notify(`${counted(size, 'box was', 'boxes were')} added.`);
    onClose();
  };
  const apply = async (): Promise<void> => {
    if (compared === null) return;
    const changes = wantedOf(compared, wanted);
    setWriting(0);
    const added = await applyUpdate(runtime, compared, changes, job.names, setWriting);
    setWriting(null);
    if (added === null) return;
    const count = GROUPS.reduce((sum, group) => sum + changes[group].length, 0);
    const tidy = { label: 'Tidy up', run: () => void runCommand(command('arrange.tidy'), contextFor(runtime)) };
    runtime.notify(`The board was updated: ${counted(count, 'change', 'changes')}.`, tidy);
    if (added.length > 0) {
      runtime.ui.setState({ selection: new Set(added) });
      runtime.control?.fit();
    }
    onClose();
  };
  const make = async (): Promise<void> => {
    if (laid === null || drafted === null) return;
    setWriting(0);
    try {
      const title = drafted.title || 'Imported board';
      const made = await api.createBoard(runtime.councilId, { title, file: writeFile(laid.board) });
      onClose();
      await navigate(`/c/${runtime.councilId}/b/${made.id}`);
    } catch (error) {
      setWriting(null);
      setProblem(error instanceof Error ? error.message : 'The board could not be made. Try again.');
    }
  };
  const takeRepairs = (): void => {
    job.repairs().then(
      (csv) => download('repairs.csv', 'text/csv', csv),
      (error: unknown) =>
        setProblem(error instanceof Error ? error.message : 'The list could not be written. Try again.'),
    );
  };

  const facts =
    opened === null
      ? ''
      : [FORMAT_LABELS[opened.format], ...(opened.rows > 0 ? [counted(opened.rows, 'row', 'rows')] : [])].join(' · ');
  const said = job.problem !== '' ? job.problem : problem;

  return (
    <Modal.Root opened onClose={onClose} size={1140} radius={16} padding={0} fullScreen={phone === true}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className={styles['body'] ?? ''} data-step={job.source === null ? 'choose' : 'look'}>
          <header className={styles['head']}>
            <Modal.Title className={styles['title'] ?? ''}>Import people or a chart</Modal.Title>
            {job.source !== null && (
              <span className={styles['facts']}>
                <span className={styles['name']}>{job.source.name === '' ? 'Pasted text' : job.source.name}</span>
                <span>{facts}</span>
                <Button size="xs" variant="subtle" onClick={job.another} disabled={writing !== null}>
                  Another
                </Button>
              </span>
            )}
            <Modal.CloseButton aria-label="Close" />
          </header>
          {said !== '' && (
            <p className={styles['problem']} role="alert">
              {said}
            </p>
          )}
          {job.source === null || (opened === null && job.busy === null) ? (
            <SourceStep onFile={(next) => choose(sourceOf(next))} onText={(next) => choose(sourceOf(next))} />
          ) : (
            <div className={styles['split']}>
              <div className={styles['main']}>
                {opened !== null && opened.guessedLetters !== null && (
                  <SegmentedControl
                    size="xs"
                    aria-label="Letters are read as"
                    value={opened.guessedLetters}
                    onChange={(next) => job.recode(next === 'windows-1250' ? 'windows-1250' : 'windows-1252')}
                    data={[
                      { value: 'windows-1252', label: 'Western letters (é ö ñ)' },
                      { value: 'windows-1250', label: 'Central European letters (ș ț ă ő)' },
                    ]}
                  />
                )}
                {opened?.format === 'table' && (
                  <ColumnsTable
                    opened={opened}
                    mapping={job.mapping}
                    remembered={job.remembered}
                    onChange={job.remap}
                  />
                )}
                {opened?.format === 'table' && !isUsable(job.mapping) && (
                  <p className={styles['wait']} role="status">
                    No column says what a box is called. Choose one for “Title of the role” or “Name”.
                  </p>
                )}
                {updating && compared !== null && (
                  <ChangeList compared={compared} wanted={wanted} onWanted={setWanted} />
                )}
                {drafted !== null && (drafted.missing > 0 || job.placeholders) && (
                  <Switch
                    label="Draw managers who are not in the file as empty boxes"
                    checked={job.placeholders}
                    disabled={busy}
                    onChange={(event) => job.setPlaceholders(event.currentTarget.checked)}
                  />
                )}
                {drafted !== null && <RepairList drafted={drafted} onDownload={takeRepairs} />}
              </div>
              <aside className={styles['side']} aria-label="Result">
                {same && (
                  <SegmentedControl
                    fullWidth
                    size="xs"
                    aria-label="What to do with this board"
                    value={update ? 'update' : 'beside'}
                    onChange={(next) => setUpdate(next === 'update')}
                    data={[
                      { value: 'update', label: 'Update this board' },
                      { value: 'beside', label: 'Add once more' },
                    ]}
                  />
                )}
                <Picture laid={laid} />
                {drafted !== null && (
                  <p className={styles['counts']} role="status">
                    {[...drafted.kinds, counted(drafted.lines, 'line', 'lines')].join(' · ')}
                  </p>
                )}
                {drafted !== null && drafted.items > LIMITS.elements && (
                  <PartChoice drafted={drafted} part={job.part} disabled={busy} onChange={job.setPart} />
                )}
                {drafted !== null && drafted.named > 0 && (
                  <NamesChoice
                    count={drafted.named}
                    names={job.names}
                    disabled={writing !== null}
                    onChange={job.setNames}
                  />
                )}
                <div className={styles['actions']}>
                  {busy && (
                    <div className={styles['progress']}>
                      <Progress
                        value={(writing ?? job.busy ?? 0) * 100}
                        size="sm"
                        aria-label={writing === null ? 'Reading' : 'Adding'}
                      />
                      {writing === null && (
                        <Button size="xs" variant="subtle" onClick={job.stop}>
                          Stop
                        </Button>
                      )}
                    </div>
                  )}
                  {!updating && size > room && (
                    <p className={styles['wait']}>
                      {`This board has room for ${counted(room, 'more box', 'more boxes')}. Make a new board of it.`}
                    </p>
                  )}
                  {updating ? (
                    <Button h={38} disabled={busy || wanted.size === 0} onClick={() => void apply()}>
                      Update this board
                    </Button>
                  ) : (
                    <Button h={38} disabled={busy || size === 0 || size > room} onClick={() => void add()}>
                      Add to this board
                    </Button>
                  )}
                  {runtime.can('board.create') && (
                    <Button h={38} variant="default" disabled={busy || size === 0} onClick={() => void make()}>
                      Make a new board
                    </Button>
                  )}
                </div>
              </aside>
            </div>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
