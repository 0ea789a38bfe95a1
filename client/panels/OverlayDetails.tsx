import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { X } from 'lucide-react';
import type { JSX } from 'react';
import type { AttributeValue, Frame, Friction, TigerTeam, Zone } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import { AttributeField, DoneText } from './AttributeField.tsx';
import styles from './Inspector.module.css';
import { useBoard } from './use-board.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of an overlay by its definition; what is removed becomes what the model holds for nothing. */
function OverlayFields({
  kind,
  of,
  skip,
  onChange,
}: {
  readonly kind: keyof typeof OVERLAYS;
  readonly of: Fields;
  readonly skip: readonly string[];
  readonly onChange: (id: string, value: AttributeValue | null) => void;
}): JSX.Element {
  const fields = OVERLAYS[kind].fields.filter((field) => !skip.includes(field.id));
  const flags = fields.filter((field) => field.value.type === 'flag');
  const one = (field: (typeof fields)[number]) => {
    const value = of[field.id];
    const shown = value === null || value === '' ? undefined : (value as AttributeValue | undefined);
    return (
      <AttributeField
        key={field.id}
        attribute={field}
        shared={{ value: shown }}
        onChange={(next) => onChange(field.id, next)}
      />
    );
  };
  return (
    <div className={styles['section']}>
      {fields.filter((field) => field.value.type !== 'flag').map(one)}
      {flags.length > 0 && <div className={styles['chips']}>{flags.map(one)}</div>}
    </div>
  );
}

function Name({
  id,
  label,
  value,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}): JSX.Element {
  const runtime = useRuntime();
  return (
    <div className={styles['name']}>
      <DoneText
        label={label}
        value={value}
        placeholder={label}
        maxLength={200}
        onDone={(text) => attempt(runtime, () => runtime.editor.rename(id, text))}
      />
    </div>
  );
}

export function ZoneDetails({ zone }: { readonly zone: Zone }): JSX.Element {
  const runtime = useRuntime();
  const change = (id: string, value: AttributeValue | null): void => {
    const plain =
      value === null ? (id === 'fn' ? null : id === 'wall' || id === 'collapsed' ? false : undefined) : value;
    if (plain !== undefined) attempt(runtime, () => runtime.editor.updateZone(zone.id, { [id]: plain }));
  };
  return (
    <>
      <Name id={zone.id} label="Title" value={zone.title} />
      <OverlayFields kind="zone" of={{ ...zone }} skip={['title']} onChange={change} />
    </>
  );
}

export function FrictionDetails({ friction }: { readonly friction: Friction }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const change = (id: string, value: AttributeValue | null): void => {
    if (value === null && (id === 'friction' || id === 'status')) return;
    attempt(runtime, () => runtime.editor.updateFriction(friction.id, { [id]: value ?? '' }));
  };
  const targets = friction.on.map((id) => nameOf(board, id));
  return (
    <>
      <OverlayFields kind="friction" of={{ ...friction }} skip={[]} onChange={change} />
      <div className={styles['section']}>
        <p className={styles['hint']}>
          {targets.length === 0 ? 'It stands free on the board.' : `On ${targets.join(', ')}.`}
        </p>
      </div>
    </>
  );
}

function PersonField({
  label,
  value,
  onPick,
}: {
  readonly label: string;
  readonly value: string;
  readonly onPick: (id: string) => void;
}): JSX.Element {
  const board = useBoard();
  const people = [...board.elements.values()].filter((one) => ELEMENT_KINDS[one.kind].people);
  const known = people.some((one) => one.id === value);
  const free = value !== '' && !known ? [{ value, label: value }] : [];
  const seen = new Set<string>();
  const options = people.flatMap((one) => {
    const name = seen.has(one.name) ? `${one.name} (${one.id.slice(0, 4)})` : one.name;
    seen.add(one.name);
    return name === '' ? [] : [{ value: one.id, label: name }];
  });
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      <Select
        aria-label={label}
        size="sm"
        variant="unstyled"
        className={styles['control'] ?? ''}
        placeholder="Not set"
        data={[...options, ...free]}
        value={value === '' ? null : value}
        searchable
        clearable
        limit={60}
        comboboxProps={{ shadow: 'md' }}
        onChange={(id) => onPick(id ?? '')}
      />
    </div>
  );
}

export function TigerDetails({ tiger }: { readonly tiger: TigerTeam }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const update = (patch: Partial<Omit<TigerTeam, 'id' | 'kind' | 'members'>>): void => {
    attempt(runtime, () => runtime.editor.updateTiger(tiger.id, patch));
  };
  const load = (id: string, share: number | null): void => {
    attempt(runtime, () => runtime.editor.setLoad(tiger.id, id, share));
  };
  const members = Object.entries(tiger.members);
  const others = [...board.elements.values()].filter(
    (one) => ELEMENT_KINDS[one.kind].people && tiger.members[one.id] === undefined && one.name !== '',
  );
  const week = (label: string, value: number | null, write: (week: number | null) => void) => (
    <NumberInput
      aria-label={label}
      size="sm"
      variant="unstyled"
      className={styles['control'] ?? ''}
      prefix="W"
      placeholder={label}
      hideControls
      allowDecimal={false}
      value={value ?? ''}
      onChange={(next) => {
        if (next === '') write(null);
        else if (typeof next === 'number') write(next);
      }}
    />
  );
  const seen = new Set<string>();
  const options = others.flatMap((one) => {
    const label = seen.has(one.name) ? `${one.name} (${one.id.slice(0, 4)})` : one.name;
    seen.add(one.name);
    return [{ value: one.id, label }];
  });
  return (
    <>
      <Name id={tiger.id} label="Name" value={tiger.name} />
      <div className={styles['section']}>
        <div className={styles['row']}>
          <span className={styles['label']}>Purpose</span>
          <DoneText
            label="Purpose"
            value={tiger.purpose}
            placeholder="Not set"
            maxLength={500}
            onDone={(purpose) => update({ purpose })}
          />
        </div>
        <PersonField label="Sponsor" value={tiger.sponsor} onPick={(sponsor) => update({ sponsor })} />
        <PersonField label="Lead" value={tiger.lead} onPick={(lead) => update({ lead })} />
        <div className={styles['row']}>
          <span className={styles['label']}>Weeks</span>
          {week('First week', tiger.start, (start) => update({ start }))}
          {week('Last week', tiger.end, (end) => update({ end }))}
        </div>
        <div className={styles['chips']}>
          <AttributeField
            attribute={{ id: 'hidden', label: 'Hidden', hint: 'Not drawn for now', value: { type: 'flag' } }}
            shared={{ value: tiger.hidden }}
            onChange={(value) => update({ hidden: value === true })}
          />
        </div>
      </div>
      <div className={styles['section']}>
        <h2>
          Members <span>{members.length}</span>
        </h2>
        {members.map(([id, share]) => (
          <div key={id} className={styles['line']}>
            <span style={{ flex: 1, minWidth: 0 }}>{nameOf(board, id)}</span>
            <NumberInput
              aria-label={`Load of ${nameOf(board, id)}`}
              size="xs"
              w={72}
              min={0}
              max={100}
              suffix=" %"
              hideControls
              value={share}
              onChange={(next) => {
                if (typeof next === 'number' && next !== share && next >= 0 && next <= 100) load(id, next);
              }}
            />
            <ActionIcon
              variant="subtle"
              size={24}
              aria-label={`Take ${nameOf(board, id)} out`}
              onClick={() => load(id, null)}
            >
              <X size={13} />
            </ActionIcon>
          </div>
        ))}
        <Select
          aria-label="Add a member"
          placeholder="Add a member"
          size="sm"
          mt={4}
          data={options}
          value={null}
          searchable
          limit={60}
          comboboxProps={{ shadow: 'md' }}
          onChange={(id) => id !== null && load(id, 20)}
        />
      </div>
    </>
  );
}

export function FrameDetails({ frame }: { readonly frame: Frame }): JSX.Element {
  const board = useBoard();
  const inside = [...board.elements.values()].filter(
    (one) =>
      one.x + one.w / 2 > frame.x &&
      one.x + one.w / 2 < frame.x + frame.w &&
      one.y + one.h / 2 > frame.y &&
      one.y + one.h / 2 < frame.y + frame.h,
  ).length;
  return (
    <>
      <Name id={frame.id} label="Title" value={frame.title} />
      <div className={styles['section']}>
        <p className={styles['hint']}>
          A window on the board with {inside} {inside === 1 ? 'element' : 'elements'} in view. Export it on its own.
        </p>
      </div>
    </>
  );
}
