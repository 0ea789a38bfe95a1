import { Button, Modal } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { writeFile } from '#shared/board/file.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { template as templateOf } from '#shared/templates/index.ts';
import { preparedPair } from '#shared/templates/prepared-pair.ts';
import { CreateKeyDialog } from '../home/CreateKeyDialog.tsx';
import { pathOf } from '../home/made-board.ts';
import { makeBoard } from '../home/new-board.ts';
import { api } from '../session/api.ts';
import { notify } from '../session/notify.ts';
import { BoardThumb } from '../ui/BoardThumb.tsx';
import { Logo } from '../ui/Logo.tsx';
import { TemplateBrowser } from './TemplateBrowser.tsx';
import { templateBoard } from './template-boards.ts';

/** The gallery as a page: a template becomes a new board, alone or in the council it was opened from. */
export function GalleryPage(): JSX.Element {
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const council = query.get('council');
  const [looking, setLooking] = useState<Template | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = 'Templates · Orgora';
  }, []);

  const use = async (template: Template, target?: Template): Promise<void> => {
    setBusy(true);
    try {
      const pair = target === undefined ? null : preparedPair(templateBoard(template), templateBoard(target));
      const { board, states } = pair ?? { board: templateBoard(template), states: [] };
      const made =
        council === null
          ? await makeBoard(template.name, board, states)
          : {
              councilId: council,
              boardId: (await api.createBoard(council, { title: template.name, file: writeFile(board, states) })).id,
            };
      await navigate(pathOf(made));
    } catch (error) {
      notify(error instanceof Error ? error.message : 'That did not work. Try again in a moment.');
      setBusy(false);
    }
  };

  return (
    <main className="gallery">
      <header className="gallery-bar">
        <Link
          to={council === null ? '/' : `/c/${council}`}
          aria-label={council === null ? 'Home' : 'Back to the council'}
        >
          <Logo />
        </Link>
        <h1>Templates</h1>
      </header>
      <TemplateBrowser
        actions={(template) => (
          <>
            <Button onClick={() => void use(template)} disabled={busy} style={{ flex: 1 }}>
              Use this
            </Button>
            <Button variant="default" onClick={() => setLooking(template)}>
              Look
            </Button>
            {template.pairs
              .flatMap((id) => templateOf(id) ?? [])
              .map((target) => (
                <Button
                  key={target.id}
                  variant="default"
                  fullWidth
                  disabled={busy}
                  title={`One board: now ${template.name}, target ${target.name}`}
                  onClick={() => void use(template, target)}
                >
                  As two states: now {template.id}, target {target.id}
                </Button>
              ))}
          </>
        )}
      />
      <CreateKeyDialog />
      {/* Always there, so that closing it gives the focus back to the button that opened it. */}
      <Modal
        opened={looking !== null}
        onClose={() => setLooking(null)}
        size="min(1200px, 92vw)"
        title={looking?.name}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {looking !== null && (
          <div className="template-look">
            <BoardThumb board={templateBoard(looking)} detail={3} label={looking.name} />
          </div>
        )}
      </Modal>
    </main>
  );
}
