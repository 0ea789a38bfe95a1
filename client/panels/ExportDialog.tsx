import { Button, Modal, Radio, SegmentedControl, Select, Switch } from '@mantine/core';
import { type JSX, useMemo, useState } from 'react';
import { documentText } from '#shared/board/file.ts';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Id } from '#shared/board/model.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import type { Finish } from '#shared/drawing/mark.ts';
import type { ThemeName } from '#shared/drawing/theme.ts';
import { csvOf, leftOutOf } from '#shared/formats/csv.ts';
import { outlineOf } from '#shared/formats/outline-text.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { selectedIds } from '../commands/support.ts';
import { download } from '../session/download.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './ExportDialog.module.css';
import { clampScale, copyPicture, fileName, pngOf } from './export-picture.ts';
import { useBoard } from './use-board.ts';

type Format = 'svg' | 'png' | 'csv' | 'txt' | 'json';
const FORMATS: readonly (readonly [Format, string, string])[] = [
  ['svg', 'SVG', 'Vector, text stays text'],
  ['png', 'PNG', 'Picture'],
  ['csv', 'CSV', 'Boxes and lines, for spreadsheets'],
  ['txt', 'TXT', 'An indented list, to import again'],
  ['json', 'JSON', 'The whole board, to import again'],
];
/** Formats that are pictures of a part in a finish; the others hold the whole board. */
const isPicture = (format: Format): boolean => format === 'svg' || format === 'png';
const ENDINGS: Readonly<Partial<Record<Format, string>>> = { json: 'orgora.json' };
const BOARD = 'board';
const SELECTION = 'selection';

/** Takes the board, a selection or a frame away as a file or a picture. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const selected = selectedIds(runtime);
  const [format, setFormat] = useState<Format>('svg');
  const [what, setWhat] = useState<string>(selected.length > 1 ? SELECTION : BOARD);
  const [finish, setFinish] = useState<Finish>('full');
  const [theme, setTheme] = useState<ThemeName>('light');
  const [legend, setLegend] = useState(true);
  const [transparent, setTransparent] = useState(false);
  const [scale, setScale] = useState(2);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const frames = [...board.frames.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const frame = board.frames.get(what);
  const selection = selected.join(' ');

  const routes = useMemo(() => routeBoard(board), [board]);
  const drawing = useMemo(() => {
    const ids: ReadonlySet<Id> = new Set(selection.split(' ').filter((id) => id !== ''));
    return drawBoard(board, {
      finish,
      legend,
      routes,
      title: what === BOARD,
      ...(what === SELECTION ? { ids } : {}),
      ...(frame === undefined ? {} : { crop: frame }),
    });
  }, [board, routes, finish, legend, what, frame, selection]);
  const svg = useMemo(
    () => svgOf(drawing, { theme, transparent, title: board.meta.title || 'Board' }),
    [drawing, theme, transparent, board.meta.title],
  );
  const { w, h } = drawing.box;
  const real = clampScale(w, h, scale);
  const part = frame?.title ?? (what === SELECTION ? 'selection' : '');
  const name = fileName(board.meta.title, isPicture(format) ? part : '', ENDINGS[format] ?? format);
  const leftOut = format === 'csv' || format === 'txt' ? leftOutOf(board) : null;
  const outside = board.elements.size === 0 && boundsOf(board.frames.values()) === null;

  const run = (work: () => Promise<void> | void): void => {
    setBusy(true);
    setProblem('');
    Promise.resolve()
      .then(work)
      .then(
        () => setBusy(false),
        (error: unknown) => {
          setBusy(false);
          setProblem(error instanceof Error ? error.message : 'The export did not work. Try another format.');
        },
      );
  };
  const save = (): void =>
    run(async () => {
      if (format === 'json') download(name, 'application/json', documentText(runtime.editor.doc));
      else if (format === 'csv') download(name, 'text/csv', csvOf(board, { bom: true }));
      else if (format === 'txt') download(name, 'text/plain', `${outlineOf(board, { exact: true })}\n`);
      else if (format === 'svg') download(name, 'image/svg+xml', svg);
      else download(name, 'image/png', await pngOf(svg, w, h, real));
    });
  const copy = (): void =>
    run(async () => {
      const got = await copyPicture(svg, w, h, clampScale(w, h, Math.max(2, scale)));
      runtime.notify(
        got === 'picture' ? 'Copied as a picture.' : 'This browser copies no pictures; the SVG is copied as text.',
      );
    });

  return (
    <Modal.Root opened onClose={onClose} size={1140} radius={16} padding={0}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <div className={styles['dialog']}>
            <div className={styles['preview']}>
              <div className={styles['previewHead']}>
                <span>
                  {Math.round(w)} × {Math.round(h)}
                </span>
                <SegmentedControl
                  size="xs"
                  aria-label="Finish"
                  value={finish}
                  onChange={(next) => setFinish(next === 'print' ? 'print' : 'full')}
                  data={[
                    { value: 'full', label: 'Full' },
                    { value: 'print', label: 'Print' },
                  ]}
                />
              </div>
              <div className={styles['paper']} data-transparent={transparent}>
                <img alt="Preview" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
              </div>
            </div>
            <div className={styles['side']}>
              <div className={styles['head']}>
                <Modal.Title className={styles['title'] ?? ''}>Export</Modal.Title>
                <Modal.CloseButton aria-label="Close" />
              </div>
              <Radio.Group value={format} onChange={(next) => setFormat(next as Format)} aria-label="Format">
                {FORMATS.map(([id, label, hint]) => (
                  <Radio
                    key={id}
                    value={id}
                    className={styles['format'] ?? ''}
                    data-on={format === id}
                    label={
                      <span className={styles['formatWords']}>
                        <strong>{label}</strong>
                        <span>{id === 'png' ? `${hint}, ${Math.round(w * real)} wide` : hint}</span>
                      </span>
                    }
                  />
                ))}
              </Radio.Group>
              <hr />
              {isPicture(format) && (
                <>
                  <Select
                    label="What"
                    size="sm"
                    allowDeselect={false}
                    value={what}
                    onChange={(next) => setWhat(next ?? BOARD)}
                    data={[
                      { value: BOARD, label: 'The whole board' },
                      {
                        value: SELECTION,
                        label: `The selection (${selected.length})`,
                        disabled: selected.length === 0,
                      },
                      ...frames.map((one, i) => ({ value: one.id, label: `Frame ${i + 1}: ${one.title}` })),
                    ]}
                  />
                  <Switch
                    labelPosition="left"
                    withThumbIndicator={false}
                    classNames={{ body: styles['switch'] ?? '' }}
                    label="Legend, only what is used"
                    checked={legend}
                    onChange={(event) => setLegend(event.currentTarget.checked)}
                  />
                  <Switch
                    labelPosition="left"
                    withThumbIndicator={false}
                    classNames={{ body: styles['switch'] ?? '' }}
                    label="Transparent ground"
                    checked={transparent}
                    onChange={(event) => setTransparent(event.currentTarget.checked)}
                  />
                  <Switch
                    labelPosition="left"
                    withThumbIndicator={false}
                    classNames={{ body: styles['switch'] ?? '' }}
                    label="Dark"
                    checked={theme === 'dark'}
                    onChange={(event) => setTheme(event.currentTarget.checked ? 'dark' : 'light')}
                  />
                  {format === 'png' && (
                    <SegmentedControl
                      fullWidth
                      size="xs"
                      mt={8}
                      aria-label="Scale"
                      value={String(scale)}
                      onChange={(next) => setScale(Number(next))}
                      data={['1', '2', '4'].map((value) => ({ value, label: `${value}×` }))}
                    />
                  )}
                  {format === 'png' && real < scale && (
                    <p className={styles['note']} role="status">
                      The board is large: the picture is made at {real.toFixed(1)}× so that browsers can open it. SVG
                      has no such limit.
                    </p>
                  )}
                </>
              )}
              {leftOut !== null && (
                <p className={styles['note']}>Only boxes and their lines have a place in it. Left out: {leftOut}.</p>
              )}
              {problem !== '' && (
                <p className={styles['problem']} role="alert">
                  {problem}
                </p>
              )}
              <p className={styles['note']}>{name}</p>
              <div className={styles['actions']}>
                <Button variant="default" h={38} disabled={busy || outside} onClick={copy}>
                  Copy as picture
                </Button>
                <Button h={38} style={{ flex: 1 }} loading={busy} onClick={save}>
                  Export {FORMATS.find(([id]) => id === format)?.[1]}
                </Button>
              </div>
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
