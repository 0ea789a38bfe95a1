import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { LogOut, NotebookText } from 'lucide-react';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { command } from '../../commands/index.ts';
import { LookSwitch } from '../../outline/LookSwitch.tsx';
import chrome from '../../panels/BoardChrome.module.css';
import { IconButton } from '../../panels/IconButton.tsx';
import { BoardMenu, SavedChip, TopLeft } from '../../panels/TopLeft.tsx';
import { TopRight } from '../../panels/TopRight.tsx';
import { useRuntime } from '../../session/runtime.ts';
import { StateSwitch } from '../../states/StateSwitch.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { HandsMenu } from '../attention/HandsMenu.tsx';
import { Reactions } from '../attention/Reactions.tsx';
import { CommentsButton } from '../comments/CommentsButton.tsx';
import { useCritique } from '../critique-room.ts';
import { useCritiqueState, useCritiqueUi } from '../room/use-session.ts';
import { Clock } from './Clock.tsx';
import { ConvenorControls } from './ConvenorControls.tsx';
import { People } from './People.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { PhoneCard } from './PhoneCard.tsx';
import { RuleBanner } from './RuleBanner.tsx';
import styles from './SessionBar.module.css';
import { leads } from './session-commands.ts';
import { useSaid } from './use-said.ts';
import { WhoPresents } from './WhoPresents.tsx';

/** The lead and the laser, as switches, for who may lead. */
function LeadSwitches(): JSX.Element | null {
  const runtime = useRuntime();
  const laser = useCritiqueUi((s) => s.laser);
  useCritiqueState((s) => s.session?.spotlight);
  if (!runtime.can('lead.take')) return null;
  return (
    <>
      <IconButton command={command('session.lead')} on={leads(runtime)} />
      <IconButton command={command('session.laser')} on={laser} />
    </>
  );
}

/** The bar of a running session: whose board, the steps and the clock, who is here, and what one may do. */
export function SessionBar(): JSX.Element {
  const runtime = useRuntime();
  const room = useCritique();
  const phase = useCritiqueState((s) => s.phase);
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  // What one may do changes with the step and the role.
  useCritiqueState((s) => `${s.phase} ${s.role}`);
  useSaid();
  if (phone) {
    return (
      <>
        <TopLeft />
        <TopRight />
        <PhoneCard />
      </>
    );
  }
  return (
    <>
      <section className={`${chrome['float']} ${styles['bar']}`} aria-label="Session" data-session-bar>
        <a href="/" className={styles['home']} aria-label="Home">
          <Logo />
        </a>
        <BoardMenu />
        <span className={chrome['sep']} />
        <WhoPresents />
        <span className={chrome['sep']} />
        <PhaseStrip />
        <Clock />
        {room.can('session.run', null) && <ConvenorControls />}
        <span className={chrome['sep']} />
        <span className={styles['tools']}>
          <LeadSwitches />
          <CommentsButton />
          <HandsMenu />
          <Reactions />
          <span className={styles['look']}>
            <LookSwitch />
          </span>
        </span>
        <People />
        {phase === 'recap' && room.can('recap.read', null) && (
          <Button
            component={Link}
            to={`/c/${runtime.councilId}/recap`}
            h={32}
            px={12}
            className={styles['leave'] ?? ''}
            leftSection={<NotebookText size={15} />}
          >
            Recap
          </Button>
        )}
        <Button
          component={Link}
          to={`/c/${runtime.councilId}`}
          variant="default"
          h={32}
          px={12}
          className={styles['leave'] ?? ''}
          leftSection={<LogOut size={15} />}
          aria-label="Leave the board"
        >
          <span className={styles['leaveWord']}>Leave</span>
        </Button>
      </section>
      <div className={styles['under']}>
        <RuleBanner />
        <StateSwitch />
        {runtime.can('board.edit') && <SavedChip />}
      </div>
    </>
  );
}
