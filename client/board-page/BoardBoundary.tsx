import { Button, Group } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { documentText } from '#shared/board/file.ts';
import { download } from '../session/download.ts';
import type { BoardRuntime } from '../session/runtime.ts';

interface Props {
  readonly runtime: BoardRuntime;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
  readonly where: string;
}

/** When drawing fails, the board is still here: it can be downloaded, the details copied, and the page reloaded. Nothing is wiped. */
export class BoardBoundary extends Component<Props, State> {
  override state: State = { error: null, where: '' };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  override componentDidCatch(_error: Error, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, where } = this.state;
    if (error === null) return this.props.children;
    const { board } = this.props.runtime.view;
    const title = board.meta.title || 'board';
    return (
      <main className="refusal">
        <h1>The drawing stopped</h1>
        <p>Your board is safe: {board.elements.size} elements are here and on the server. Reload the page to go on.</p>
        <Group>
          <Button onClick={() => window.location.reload()}>Reload</Button>
          <Button
            variant="default"
            onClick={() => download(`${title}.json`, 'application/json', documentText(this.props.runtime.editor.doc))}
          >
            Download the board
          </Button>
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(`${error.name}: ${error.message}\n${where}`)}
          >
            Copy the details
          </Button>
        </Group>
      </main>
    );
  }
}
