import { Button, Modal, Progress } from '@mantine/core';
import { type JSX, useCallback, useMemo, useState } from 'react';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Id } from '#shared/board/model.ts';
import { readBoard, readStateBoards } from '#shared/board/read.ts';
import { leftOutOf } from '#shared/formats/csv.ts';
import { command } from '../commands/index.ts';
import { contextFor, runCommand, selectedIds } from '../commands/support.ts';
import { useBoard } from '../panels/use-board.ts';
import { download } from '../session/download.ts';
import { keptCouncil } from '../session/known-council.ts';
import { useRuntime } from '../session/runtime.ts';
import { Checks } from './Checks.tsx';
import { checksOf } from './checks.ts';
import { choicesFor, readerOf, rememberedChoices, withheldFrom } from './choices.ts';
import { commentNotes } from './comment-notes.ts';
import type { ExportContent } from './content.ts';
import { clipOf } from './copy-board.ts';
import { copyPicture } from './copy-picture.ts';
import type { StoppableDesk } from './desk.ts';
import { createDeskClient } from './desk-client.ts';
import styles from './ExportDialog.module.css';
import { FormatList } from './FormatList.tsx';
import { fileName } from './file-name.ts';
import { formatOf } from './formats.ts';
import { Options } from './Options.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { BOARD, SELECTION } from './pages.ts';
import { clampScale } from './png.ts';
import { saveFile } from './save-file.ts';
import { useExport } from './use-export.ts';

/** Takes the board away: as a deck, a document, a picture, a table or a copy. */
export function ExportDialog({
  onClose,
  makeDesk = createDeskClient,
}: {
  readonly onClose: () => void;
  readonly makeDesk?: () => StoppableDesk;
}): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const content = useMemo<ExportContent>(() => {
    const states = readStateBoards(runtime.editor.doc);
    const now = runtime.view.state === 'now' ? board : readBoard(runtime.editor.doc);
    // Who draws the board takes along what was said about it; for others there is the recap, by its presenter's consent.
    const said = runtime.can('board.edit') ? runtime.critique?.store.getState().comments : undefined;
    const critique = commentNotes(said ?? []);
    return { board, now, states, critique };
  }, [board, runtime]);
  const [selection] = useState<readonly Id[]>(() => selectedIds(runtime));
  const [initial] = useState(() =>
    choicesFor(
      {
        alone: keptCouncil(runtime.councilId)?.alone === true,
        privateParts: withheldFrom(content.now, content.states, 'council') > 0,
      },
      rememberedChoices(window.localStorage),
    ),
  );
  const job = useExport(content, initial, selection, selection.length > 1 ? SELECTION : BOARD, makeDesk);
  const [at, setAt] = useState(0);
  const { choices, preview, off, writing } = job;
  const format = formatOf(choices.format);
  const pages = preview?.pages ?? [];
  const current = Math.min(at, Math.max(0, pages.length - 1));
  const page = pages[current];
  /** What is shown is of the format that is chosen. */
  const fresh = preview?.format === choices.format;
  const deck = format.shows === 'pages';
  const leaving = pages.length - off.length;
  const empty = board.elements.size === 0 && boundsOf(board.frames.values()) === null;

  const withheld = useMemo(() => withheldFrom(content.now, content.states, readerOf(choices)), [content, choices]);
  const title = choices.pattern ? 'Pattern' : board.meta.title;
  const part = job.what === SELECTION ? 'selection' : (board.frames.get(job.what)?.title ?? '');
  const name = fileName(title, format.shows === 'picture' && !choices.pattern ? part : '', format.ending);
  const real = page === undefined ? choices.scale : clampScale(page.w, page.h, choices.scale);
  const scaleNote =
    choices.format === 'png' && real < choices.scale
      ? `The board is large: the picture is made at ${real.toFixed(1)}× so that browsers can open it. SVG has no such limit.`
      : '';
  const leftOut = choices.format === 'csv' || choices.format === 'txt' ? leftOutOf(board) : null;
  const pngHint =
    page === undefined || format.shows !== 'picture'
      ? 'Picture'
      : `Picture, ${Math.round(page.w * clampScale(page.w, page.h, choices.scale))} wide`;
  const unit = choices.format === 'pdf' ? 'page' : 'slide';
  const button = deck ? `Export ${leaving} ${unit}${leaving === 1 ? '' : 's'}` : `Export ${format.label}`;

  /** Branches are not taken already. */
  const split = choices.slides !== 'branches' && !(choices.slides === 'auto' && board.frames.size === 0);

  const save = (): void =>
    job.run(async (desk, tell) => {
      const file = await saveFile(desk, content, job.order, tell);
      download(name, format.type, file);
      runtime.ui.setState({ announcement: `${name} is in your downloads.` });
    });
  const copy = (): void =>
    job.run(async (desk) => {
      if (page === undefined) return;
      const drawn = { ...job.order, choices: { ...choices, format: 'png' as const } };
      // What is shown of a large board has no words; what is copied has.
      const svg = format.shows === 'picture' ? desk.write(content, drawn).then(String) : Promise.resolve(page.svg);
      runtime.notify(await copyPicture(clipOf(desk, content, job.order, svg)));
    });
  const show = useCallback(
    (id: Id): void => {
      onClose();
      runtime.ui.setState({ selection: new Set([id]) });
      runtime.control?.fit({ ids: [id] });
    },
    [onClose, runtime],
  );
  const tidy = (): void => {
    onClose();
    runCommand(command('arrange.tidy'), contextFor(runtime));
  };

  return (
    <Modal.Root opened onClose={onClose} size={1140} radius={16} padding={0}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <div className={styles['dialog']}>
            <PreviewPane
              pages={preview?.pages}
              choices={choices}
              off={off}
              current={current}
              looking={job.looking}
              onCurrent={setAt}
              onTurn={job.turn}
              onFinish={(finish) => job.choose({ finish })}
            >
              {preview === null ? null : (
                <Checks
                  checks={checksOf(preview, choices, off, { tidy: runtime.can('board.edit'), split })}
                  names={choices.pattern ? [] : preview.names}
                  onSplit={() => job.choose({ slides: 'branches' })}
                  onTidy={tidy}
                  onPattern={() => job.choose({ pattern: true })}
                  onShow={show}
                />
              )}
            </PreviewPane>
            <div className={styles['side']}>
              <div className={styles['head']}>
                <Modal.Title className={styles['title'] ?? ''}>Export</Modal.Title>
                <Modal.CloseButton aria-label="Close" />
              </div>
              <div className={styles['options']}>
                <FormatList choices={choices} hints={{ png: pngHint }} onChange={job.choose} />
                <hr />
                <Options
                  job={job}
                  board={board}
                  selected={selection.length}
                  withheld={withheld}
                  scaleNote={scaleNote}
                  comments={(content.critique ?? '') !== ''}
                />
                {leftOut !== null && (
                  <p className={styles['note']}>Only boxes and their lines have a place in it. Left out: {leftOut}.</p>
                )}
              </div>
              <div className={styles['foot']}>
                {job.problem !== '' && (
                  <p className={styles['problem']} role="alert">
                    {job.problem}
                  </p>
                )}
                <p className={styles['note']}>{name}</p>
                {writing !== false ? (
                  <div className={styles['progress']}>
                    <Progress
                      value={writing === null ? 100 : writing * 100}
                      animated={writing === null}
                      size="sm"
                      aria-label="Writing the file"
                    />
                    <Button variant="default" h={38} onClick={job.stop}>
                      Cancel
                    </Button>
                  </div>
                ) : (
                  <div className={styles['actions']}>
                    <Button variant="default" h={38} disabled={empty || !fresh} onClick={copy}>
                      Copy as picture
                    </Button>
                    <Button h={38} style={{ flex: 1 }} disabled={!fresh || (deck && leaving === 0)} onClick={save}>
                      {button}
                    </Button>
                  </div>
                )}
              </div>
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
