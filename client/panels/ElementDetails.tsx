import { ActionIcon, Select, UnstyledButton } from '@mantine/core';
import { ChevronRight, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Friction, Id, Relation, TigerTeam } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { FRICTION_STATUS, frictionLabel } from '#shared/overlays/friction.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ATTRIBUTES, type AttributeId } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { ArrangeField } from '../layout/ArrangeField.tsx';
import { useRuntime } from '../session/runtime.ts';
import { AttributeField, DoneText, type Shared } from './AttributeField.tsx';
import styles from './Inspector.module.css';
import { KindIcon } from './KindIcon.tsx';
import { useBoard } from './use-board.ts';

/** What several things share of one attribute. */
export function sharedValue(of: readonly { readonly attributes: BoardElement['attributes'] }[], id: string): Shared {
  const values = of.map((one) => one.attributes[id]);
  const [first] = values;
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? { value: first } : 'mixed';
}

/** Attributes that every one of the kinds offers, in the order of the first. */
function commonAttributes(elements: readonly BoardElement[]): readonly AttributeId[] {
  const [first] = elements;
  if (first === undefined) return [];
  return ELEMENT_KINDS[first.kind].attributes.filter((id) =>
    elements.every((one) => ELEMENT_KINDS[one.kind].attributes.includes(id)),
  );
}

const pick = (board: Board, ids: Iterable<Id>) =>
  [...ids].map((id) => ({ value: id, label: nameOf(board, id) })).sort((a, b) => a.label.localeCompare(b.label));

/** Select needs labels that differ. */
const distinct = (options: { value: string; label: string }[]): { value: string; label: string }[] => {
  const seen = new Map<string, number>();
  return options.map((option) => {
    const n = (seen.get(option.label) ?? 0) + 1;
    seen.set(option.label, n);
    return n === 1 ? option : { ...option, label: `${option.label} (${n})` };
  });
};

function Places({ elements }: { readonly elements: readonly BoardElement[] }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const index = indexBoard(board);
  const ids = elements.map((one) => one.id);
  const below = new Set(ids.flatMap((id) => index.subtreeOf(id)));
  const holders = new Set(
    [...board.elements.values()]
      .filter((one) => ELEMENT_KINDS[one.kind].holds && !ids.includes(one.id))
      .map((one) => one.id),
  );
  const bosses = [...board.elements.values()]
    .filter((one) => !below.has(one.id) && elements.every((each) => RELATIONS.reports.refuse(each, one, {}) === null))
    .map((one) => one.id);
  const sits = new Set(elements.map((one) => one.sitsIn));
  const reports = new Set(ids.map((id) => index.bossOf(id)));
  const same = (set: ReadonlySet<Id | null>): Id | null => (set.size === 1 ? ([...set][0] ?? null) : null);
  const mayReport = bosses.length > 0 || same(reports) !== null;
  const field = (
    label: string,
    value: Id | null,
    mixed: boolean,
    options: Iterable<Id>,
    write: (id: Id | null) => void,
  ) => (
    <div className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      <Select
        aria-label={label}
        size="sm"
        variant="unstyled"
        className={styles['control'] ?? ''}
        placeholder={mixed ? 'Mixed' : 'Not set'}
        data={distinct(pick(board, new Set(value === null ? options : [...options, value])))}
        value={value}
        searchable
        clearable
        limit={60}
        nothingFoundMessage="Nothing on this board may stand here"
        comboboxProps={{ shadow: 'md', width: 240, position: 'bottom-end' }}
        onChange={write}
      />
    </div>
  );
  return (
    <>
      {field('Sits in', same(sits), sits.size > 1, holders, (id) =>
        attempt(runtime, () => runtime.editor.setSitsIn(ids, id)),
      )}
      {mayReport &&
        field('Reports to', same(reports), reports.size > 1, bosses, (id) =>
          attempt(runtime, () => runtime.editor.reparent(ids, id)),
        )}
    </>
  );
}

function Lines({ id }: { readonly id: Id }): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const lines = indexBoard(board).relationsOf(id);
  if (lines.length === 0) return null;
  const words = (line: Relation): string =>
    RELATIONS[line.kind].sentence(nameOf(board, line.from), nameOf(board, line.to), line.attributes);
  return (
    <div className={styles['section']}>
      <h2>
        Lines <span>{lines.length}</span>
      </h2>
      {lines.map((line) => (
        <div key={line.id} className={styles['line']}>
          <KindIcon icon={RELATIONS[line.kind].icon} width={26} />
          <UnstyledButton
            className={styles['lineWords']}
            onClick={() => runtime.ui.setState({ selection: new Set([line.id]) })}
          >
            {words(line)}
          </UnstyledButton>
          <ActionIcon
            variant="subtle"
            size={24}
            aria-label={`Delete the line: ${words(line)}`}
            onClick={() => attempt(runtime, () => runtime.editor.remove([line.id]))}
          >
            <Trash2 size={13} />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}

/** First and last week that the bars show. */
function span(teams: readonly TigerTeam[]): { readonly from: number; readonly to: number } {
  const ends = teams.flatMap((team) => team.end ?? []);
  return { from: Math.min(0, ...teams.flatMap((team) => team.start ?? [])), to: Math.max(20, ...ends) };
}

function Loads({ id }: { readonly id: Id }): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const { tigers } = indexBoard(board);
  const mine = tigers.filter((team) => team.members[id] !== undefined);
  if (mine.length === 0) return null;
  const { from, to } = span(mine);
  const total = mine.reduce((sum, team) => sum + (team.members[id] ?? 0), 0);
  const at = (week: number): number => ((week - from) / (to - from)) * 100;
  return (
    <div className={styles['section']}>
      <h2>
        Lent to tiger teams <span>{total} %</span>
      </h2>
      {mine.map((team) => {
        const n = tigers.indexOf(team) + 1;
        const color = `var(--team-${((n - 1) % 5) + 1})`;
        const [start, end] = [team.start ?? from, team.end ?? to];
        return (
          <div key={team.id}>
            <UnstyledButton
              className={styles['line']}
              w="100%"
              onClick={() => runtime.ui.setState({ selection: new Set([team.id]) })}
            >
              <span className={styles['disc']} style={{ background: color }}>
                {n}
              </span>
              <span style={{ flex: 1 }}>{team.name}</span>
              <span className={styles['number']}>{team.members[id]} %</span>
            </UnstyledButton>
            <div className={styles['weeks']}>
              <i style={{ left: `${at(start)}%`, width: `${Math.max(1, at(end) - at(start))}%`, background: color }} />
            </div>
          </div>
        );
      })}
      <div className={styles['scale']} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((q) => (
          <span key={q}>W{Math.round(from + ((to - from) * q) / 4)}</span>
        ))}
      </div>
      {total > 100 && <p className={styles['hint']}>Lent for more than there is.</p>}
    </div>
  );
}

function Frictions({ on }: { readonly on: readonly Friction[] }): JSX.Element | null {
  const runtime = useRuntime();
  if (on.length === 0) return null;
  return (
    <div className={styles['section']}>
      {on.map((friction) => (
        <UnstyledButton
          key={friction.id}
          className={styles['line']}
          w="100%"
          onClick={() => runtime.ui.setState({ selection: new Set([friction.id]) })}
        >
          <KindIcon icon={OVERLAYS.friction.icon} width={34} />
          <span style={{ flex: 1 }}>
            <strong style={{ fontWeight: 540 }}>{frictionLabel(friction)}</strong>
            <br />
            <span className={styles['muted']}>
              {FRICTION_STATUS[friction.status]} · {friction.mitigation === '' ? 'no answer yet' : friction.mitigation}
            </span>
          </span>
          <ChevronRight size={15} />
        </UnstyledButton>
      ))}
    </div>
  );
}

/** One element, or what several have in common. */
export function ElementDetails({ ids }: { readonly ids: readonly Id[] }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const elements = ids.flatMap((id) => board.elements.get(id) ?? []);
  const [one] = elements;
  const attributes = commonAttributes(elements).map((id) => ATTRIBUTES[id]);
  const write = (id: string, value: BoardElement['attributes'][string] | null): void => {
    attempt(runtime, () => runtime.editor.setAttributes(ids, { [id]: value }));
  };
  const fields = attributes.filter((attribute) => attribute.value.type !== 'flag');
  const flags = attributes.filter((attribute) => attribute.value.type === 'flag');
  const single = elements.length === 1 && one !== undefined ? one : null;
  return (
    <>
      {single !== null && (
        <div className={styles['name']}>
          <DoneText
            label="Name"
            value={single.name}
            placeholder={ELEMENT_KINDS[single.kind].defaultName}
            maxLength={2000}
            onDone={(name) => attempt(runtime, () => runtime.editor.rename(single.id, name))}
          />
        </div>
      )}
      <div className={styles['section']}>
        {fields.slice(0, 3).map((attribute) => (
          <AttributeField
            key={attribute.id}
            attribute={attribute}
            shared={sharedValue(elements, attribute.id)}
            onChange={(value) => write(attribute.id, value)}
          />
        ))}
        <Places elements={elements} />
        {fields.slice(3).map((attribute) => (
          <AttributeField
            key={attribute.id}
            attribute={attribute}
            shared={sharedValue(elements, attribute.id)}
            onChange={(value) => write(attribute.id, value)}
          />
        ))}
        {flags.length > 0 && (
          <div className={styles['chips']}>
            {flags.map((attribute) => (
              <AttributeField
                key={attribute.id}
                attribute={attribute}
                shared={sharedValue(elements, attribute.id)}
                onChange={(value) => write(attribute.id, value)}
              />
            ))}
          </div>
        )}
      </div>
      <ArrangeField elements={elements} />
      {single !== null && (
        <>
          <Loads id={single.id} />
          <Frictions on={indexBoard(board).frictions.filter((friction) => friction.on.includes(single.id))} />
          <Lines id={single.id} />
        </>
      )}
    </>
  );
}
