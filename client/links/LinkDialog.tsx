import { FileText, Globe, Unlink } from 'lucide-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/board/model.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import { attempt } from '../gestures/attempt.ts';
import { score } from '../panels/fuzzy.ts';
import { PickDialog, type PickRow } from '../panels/PickDialog.tsx';
import { api } from '../session/api.ts';
import { useRuntime } from '../session/runtime.ts';
import { boardLink, linkFromText } from './link-target.ts';

interface Props {
  readonly id: Id;
  readonly onClose: () => void;
}

const WEB = 'web';
const NONE = 'none';

/** Gives an element a link: to another board of this council, found by its title, or to a web address that is typed. */
export function LinkDialog({ id, onClose }: Props): JSX.Element {
  const runtime = useRuntime();
  const [boards, setBoards] = useState<readonly BoardSummary[]>([]);
  const typed = useRef('');
  const now = runtime.view.board.elements.get(id)?.attributes['link'];
  useEffect(() => {
    let left = false;
    api.council(runtime.councilId).then(
      (council) => {
        if (!left) setBoards(council.boards.filter((one) => one.id !== runtime.boardId));
      },
      (error: unknown) => {
        if (!left)
          runtime.notify(error instanceof Error ? error.message : 'The boards could not be listed. Try again.');
      },
    );
    return () => {
      left = true;
    };
  }, [runtime]);
  const rows = (question: string): readonly PickRow[] => {
    typed.current = question;
    const address = linkFromText(question);
    const found = boards
      .map((one) => ({ one, fit: score(question, one.title || 'Untitled board', 'board') }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || a.one.title.localeCompare(b.one.title))
      .map(({ one }) => ({
        id: boardLink(one.id),
        label: one.title || 'Untitled board',
        left: <FileText size={16} />,
        right: boardLink(one.id) === now ? 'now' : null,
      }));
    const web = address === null ? [] : [{ id: WEB, label: address, left: <Globe size={16} />, right: null }];
    const end =
      now === undefined || question !== ''
        ? []
        : [{ id: NONE, label: 'No link', left: <Unlink size={16} />, right: null }];
    return [...web, ...found, ...end];
  };
  const pick = (row: string): void => {
    const link = row === WEB ? linkFromText(typed.current) : row === NONE ? null : row;
    attempt(runtime, () => runtime.editor.setAttributes([id], { link }));
    runtime.ui.setState({ announcement: link === null ? 'Link removed.' : 'Linked.' });
  };
  return (
    <PickDialog
      title="Link to"
      placeholder="A board of this council, or a web address"
      nothing="No board by that name. Type a web address that begins with https."
      rows={rows}
      onPick={pick}
      onClose={onClose}
    />
  );
}
