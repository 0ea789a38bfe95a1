import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../../../client/commands/index.ts';
import { contextFor, runCommand } from '../../../client/commands/support.ts';
import { Avatars } from '../../../client/panels/Avatars.tsx';
import { CommandPalette } from '../../../client/panels/CommandPalette.tsx';
import { FrictionChooser } from '../../../client/panels/FrictionChooser.tsx';
import { PhoneSheets } from '../../../client/panels/PhoneSheets.tsx';
import { TopRight } from '../../../client/panels/TopRight.tsx';
import { useUi } from '../../../client/panels/use-board.ts';
import { useFrictionChooser } from '../../../client/panels/use-friction-chooser.ts';
import { type OtherPerson, RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('convenor');
});
afterEach(cleanup);

const show = (children: ReactNode) =>
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>{children}</RuntimeContext>
    </MantineProvider>,
  );
const person = (client: number, alias: string): OtherPerson => ({
  client,
  presence: {
    user: { seat: `s${client}`, alias, who: 'b', role: 'presenter' },
    cursor: { x: 500, y: 300 },
    selection: [],
    editing: null,
    viewport: null,
    drag: null,
    following: null,
  },
});

function Asking(): ReactNode {
  useFrictionChooser();
  const overlay = useUi((ui) => ui.overlay);
  return overlay.type === 'friction-chooser' ? <FrictionChooser at={overlay.at} id={overlay.id} /> : null;
}

describe('a friction marker that has just been put down', () => {
  it('FRICTION-1 asks which of the 16 it is, by keyboard too', async () => {
    runtime.select(runtime.add('unit', 'Web'));
    show(<Asking />);
    runCommand(command('tool.friction'), contextFor(runtime));
    const menu = await screen.findByRole('menu', { name: 'What rubs here' });
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(16);
    within(menu).getByRole('menuitem', { name: 'Data access' }).focus();
    await userEvent.keyboard('{Enter}');
    const [friction] = runtime.board.overlays.values();
    expect(friction).toMatchObject({ friction: 'data-access' });
    expect(runtime.ui.getState().overlay.type).toBe('none');
    expect(runtime.ui.getState().tool.tool).toBe('select');
  });

  it('FRICTION-2 does not ask when the kind was named', () => {
    runtime.select(runtime.add('unit', 'Web'));
    show(<Asking />);
    runCommand(command('friction.unclear-owner'), contextFor(runtime));
    expect(runtime.board.overlays.size).toBe(1);
    expect(runtime.ui.getState().overlay.type).toBe('none');
  });
});

describe('the others here', () => {
  it('PEOPLE-1 a shape opens a menu: follow, stop, show where', async () => {
    runtime.people.push(person(3, 'Org B'));
    function Bar(): ReactNode {
      return <Avatars others={runtime.people} following={useUi((ui) => ui.following)} />;
    }
    show(<Bar />);
    await userEvent.click(screen.getByRole('button', { name: 'Org B' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Follow Org B' }));
    expect(runtime.ui.getState().following).toBe(3);
    await userEvent.click(screen.getByRole('button', { name: 'Org B, followed' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Show where Org B is' }));
    expect(runtime.ui.getState().following).toBeNull();
    expect(runtime.revealed.at(-1)).toMatchObject({ x: 460, y: 260 });
  });

  it('PEOPLE-2 the command palette follows one person by name', async () => {
    runtime.people.push(person(3, 'Org B'), person(4, 'Org C'));
    show(<CommandPalette onClose={() => undefined} />);
    await userEvent.type(screen.getByRole('combobox'), 'follow org c');
    await userEvent.keyboard('{Enter}');
    expect(runtime.ui.getState().following).toBe(4);
  });

  it('PEOPLE-3 who may not make links reads whom to ask', async () => {
    runtime = createFakeRuntime('presenter');
    show(<TopRight />);
    await userEvent.click(screen.getByRole('button', { name: /Share/ }));
    expect(runtime.notices).toEqual(['The convenor makes links. Ask the convenor for one.']);
  });
});

describe('a phone', () => {
  it('PHONE-1 opens details, questions and legend as sheets, one at a time', async () => {
    runtime.select(runtime.add('unit', 'Web'));
    runtime.editor.addPrompt({ text: 'Who decides?' });
    show(<PhoneSheets />);
    await userEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(screen.getByRole('complementary', { name: 'Details' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close details' }));
    await userEvent.click(screen.getByRole('button', { name: 'Questions, 1 open' }));
    expect(screen.getByRole('textbox', { name: 'Answer: Who decides?' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close questions to settle' }));
    await userEvent.click(screen.getByRole('button', { name: 'Legend' }));
    expect(screen.getByRole('region', { name: 'Legend' })).toHaveTextContent('Team');
    expect(screen.queryByRole('complementary', { name: 'Details' })).toBeNull();
  });
});
