import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { SmilePlus } from 'lucide-react';
import { type JSX, useEffect } from 'react';
import { useRuntime } from '../../session/runtime.ts';
import styles from './Attention.module.css';
import { REACTION_KINDS } from './reaction-kinds.ts';
import { type Counts, useReactions } from './reactions.ts';

/** The signs of the last moments, floating up; said in sum to who does not see them. */
export function Signs({ counts }: { readonly counts: Counts }): JSX.Element | null {
  const { ui } = useRuntime();
  const said = REACTION_KINDS.flatMap(({ kind, label }) => {
    const n = counts.get(kind) ?? 0;
    return n === 0 ? [] : [n === 1 ? label : `${label}, ${n}`];
  }).join('. ');
  useEffect(() => {
    if (said !== '') ui.setState({ announcement: said });
  }, [ui, said]);
  if (counts.size === 0) return null;
  return (
    <span className={styles['floating']} data-testid="reactions" aria-hidden="true">
      {REACTION_KINDS.map(({ kind, icon: Icon }) => {
        const n = counts.get(kind) ?? 0;
        return n === 0 ? null : (
          <span key={kind} className={styles['sign']}>
            <Icon size={18} />
            {n > 1 && n}
          </span>
        );
      })}
    </span>
  );
}

/** Four small signs; everybody's float up for a moment, counted and never named. */
export function Reactions(): JSX.Element {
  const runtime = useRuntime();
  const { counts, give } = useReactions(runtime);
  return (
    <span className={styles['reactions']}>
      {runtime.can('react') && (
        <Menu position="bottom" shadow="md" withInitialFocusPlaceholder={false} withinPortal={false}>
          <Menu.Target>
            <Tooltip label="A small sign" openDelay={400}>
              <ActionIcon variant="subtle" size={32} className={styles['control'] ?? ''} aria-label="A small sign">
                <SmilePlus size={17} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {REACTION_KINDS.map(({ kind, label, icon: Icon }) => (
              <Menu.Item key={kind} leftSection={<Icon size={16} />} onClick={() => give(kind)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Signs counts={counts} />
    </span>
  );
}
