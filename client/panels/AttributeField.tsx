import { Chip, MultiSelect, NumberInput, Select, Slider, TextInput } from '@mantine/core';
import { type JSX, useEffect, useId, useState } from 'react';
import type { AttributeValue } from '#shared/board/model.ts';
import type { AttributeDefinition, Choice } from '#shared/vocabulary/attributes.ts';
import styles from './Inspector.module.css';

/** A value of several things at once: what they share, nothing, or that they differ. */
export type Shared = { readonly value: AttributeValue | undefined } | 'mixed';

interface Props {
  readonly attribute: AttributeDefinition;
  readonly shared: Shared;
  /** `null` removes the value. */
  readonly onChange: (value: AttributeValue | null) => void;
  readonly disabled?: boolean;
}

/** A text that is written when the person is done with it: at Enter or when leaving, not at each letter. */
export function DoneText({
  label,
  value,
  placeholder,
  maxLength,
  onDone,
  disabled = false,
  id,
}: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly onDone: (text: string) => void;
  readonly disabled?: boolean;
  readonly id?: string;
}): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const done = (): void => {
    if (text !== value) onDone(text);
  };
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      size="sm"
      variant="unstyled"
      className={styles['control'] ?? ''}
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      maxLength={maxLength}
      disabled={disabled}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}

/** The three letters of a function on its tint. */
export function FunctionTag({ code }: { readonly code: string }): JSX.Element {
  return (
    <span className={styles['tag']} style={{ background: `var(--fn-${code}, var(--surface-sunk))` }}>
      {code}
    </span>
  );
}

const words = (choices: readonly Choice[], tags: boolean) =>
  choices.map((choice) => ({
    value: choice.code,
    label: tags ? `${choice.code}  ${choice.label}` : choice.label,
  }));

function Weights({
  attribute,
  choices,
  total,
  value,
  onChange,
  disabled,
}: {
  readonly attribute: AttributeDefinition;
  readonly choices: readonly Choice[];
  readonly total: number;
  readonly value: Readonly<Record<string, number>>;
  readonly onChange: (value: AttributeValue | null) => void;
  readonly disabled: boolean;
}): JSX.Element {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const sum = choices.reduce((all, choice) => all + (draft[choice.code] ?? 0), 0);
  const set = (code: string, weight: number): Readonly<Record<string, number>> => {
    const others = sum - (draft[code] ?? 0);
    return { ...draft, [code]: Math.min(weight, total - others) };
  };
  return (
    <fieldset className={styles['weights']} aria-label={attribute.label}>
      <div className={styles['weightsHead']}>
        <span className={styles['label']}>{attribute.label}</span>
        <span>
          {sum} of {total}
        </span>
      </div>
      {choices.map((choice) => (
        <div key={choice.code} className={styles['weight']}>
          <span>{choice.label}</span>
          <Slider
            size="xs"
            thumbSize={14}
            label={null}
            thumbLabel={choice.label}
            min={0}
            max={total}
            step={5}
            disabled={disabled}
            value={draft[choice.code] ?? 0}
            onChange={(weight) => setDraft(set(choice.code, weight))}
            onChangeEnd={(weight) => {
              const next = Object.fromEntries(Object.entries(set(choice.code, weight)).filter(([, w]) => w > 0));
              onChange(Object.keys(next).length === 0 ? null : next);
            }}
          />
          <span className={styles['number']}>{draft[choice.code] ?? 0}</span>
        </div>
      ))}
    </fieldset>
  );
}

/** One attribute as a control: whatever its type, whatever its kind. */
export function AttributeField({ attribute, shared, onChange, disabled = false }: Props): JSX.Element {
  const id = useId();
  const { value: type, label, hint } = attribute;
  const mixed = shared === 'mixed';
  const value = mixed ? undefined : shared.value;
  const placeholder = mixed ? 'Mixed' : 'Not set';
  if (type.type === 'flag') {
    return (
      <Chip
        size="xs"
        variant="outline"
        checked={value === true}
        disabled={disabled}
        title={hint ?? ''}
        onChange={(on) => onChange(on ? true : null)}
      >
        {mixed ? `${label}: mixed` : label}
      </Chip>
    );
  }
  if (type.type === 'weights') {
    const weights =
      typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, number>>) : EMPTY;
    return (
      <Weights
        attribute={attribute}
        choices={type.choices}
        total={type.total}
        value={weights}
        onChange={onChange}
        disabled={disabled}
      />
    );
  }
  return (
    <div className={styles['row']}>
      <label className={styles['label']} htmlFor={id} title={hint ?? ''}>
        {label}
      </label>
      {type.type === 'text' && (
        <DoneText
          id={id}
          label={label}
          value={typeof value === 'string' ? value : ''}
          placeholder={mixed ? 'Mixed' : (hint ?? 'Not set')}
          maxLength={type.maxLength}
          disabled={disabled}
          onDone={(text) => onChange(text.trim() === '' ? null : text.trim())}
        />
      )}
      {type.type === 'number' && (
        <NumberInput
          id={id}
          aria-label={label}
          size="sm"
          variant="unstyled"
          className={styles['control'] ?? ''}
          placeholder={placeholder}
          min={type.min}
          max={type.max}
          step={type.step}
          clampBehavior="blur"
          hideControls
          disabled={disabled}
          {...(type.unit === undefined ? {} : { suffix: ` ${type.unit}` })}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => {
            if (next === '') onChange(null);
            else if (typeof next === 'number' && next >= type.min && next <= type.max && next !== value) onChange(next);
          }}
        />
      )}
      {type.type === 'choice' && (
        <Select
          id={id}
          aria-label={label}
          size="sm"
          variant="unstyled"
          className={styles['control'] ?? ''}
          placeholder={placeholder}
          data={words(type.choices, false)}
          {...(attribute.id === 'fn' && typeof value === 'string'
            ? {
                leftSection: <FunctionTag code={value} />,
                leftSectionWidth: 48,
                leftSectionPointerEvents: 'none' as const,
                styles: { input: { paddingLeft: 52 } },
              }
            : {})}
          value={value === undefined ? null : String(value)}
          clearable
          searchable={type.choices.length > 7}
          disabled={disabled}
          comboboxProps={{ shadow: 'md', width: 220, position: 'bottom-end' }}
          onChange={(next) => onChange(next === null ? null : typeof value === 'number' ? Number(next) : next)}
        />
      )}
      {type.type === 'choices' && (
        <MultiSelect
          id={id}
          aria-label={label}
          size="sm"
          variant="unstyled"
          className={styles['control'] ?? ''}
          placeholder={Array.isArray(value) && value.length > 0 ? '' : placeholder}
          data={words(type.choices, attribute.id === 'seats')}
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          searchable
          disabled={disabled}
          comboboxProps={{ shadow: 'md', width: 220, position: 'bottom-end' }}
          onChange={(next) => {
            const inOrder = type.choices.map((choice) => choice.code).filter((code) => next.includes(code));
            onChange(inOrder.length === 0 ? null : inOrder);
          }}
        />
      )}
    </div>
  );
}

const EMPTY: Readonly<Record<string, number>> = Object.freeze({});
