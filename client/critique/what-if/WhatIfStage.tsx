import type { JSX } from 'react';
import { BoardStage } from '../../board-page/BoardStage.tsx';
import { RuntimeContext } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import type { WhatIfDraft } from './draft-runtime.ts';
import type { KeptWhatIf, WhatIfPlace } from './kept-what-if.ts';
import styles from './WhatIf.module.css';
import { WhatIfBar } from './WhatIfBar.tsx';

interface Props {
  readonly room: CritiqueRoom;
  readonly draft: WhatIfDraft;
  readonly place: WhatIfPlace;
  readonly kept: KeptWhatIf | null;
}

/** One's own copy of the board in place of the board: framed, with all that draws, and the bar that sends it. */
export function WhatIfPage({ room, draft, place, kept }: Props): JSX.Element {
  return (
    <div className={styles['stage']} data-what-if>
      <RuntimeContext value={draft.runtime}>
        <BoardStage />
      </RuntimeContext>
      <span className={styles['frame']} aria-hidden="true" />
      <WhatIfBar room={room} draft={draft} place={place} kept={kept} />
    </div>
  );
}
