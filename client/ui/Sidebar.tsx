import { useMantineColorScheme } from '@mantine/core';
import { House, LayoutTemplate, Monitor, Moon, Plus, Shapes, Sun, Users } from 'lucide-react';
import type { JSX } from 'react';
import { NavLink } from 'react-router';
import { useMe } from '../state/use-me.ts';
import { Logo } from './Logo.tsx';
import './sidebar.css';

const SCHEMES = { auto: 'System', light: 'Light', dark: 'Dark' } as const;
const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const ICONS = { auto: Monitor, light: Sun, dark: Moon } as const;

/** Light, dark, or as the system has it. */
export function SchemeSwitch(): JSX.Element {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = ICONS[colorScheme];
  return (
    <button type="button" className="side-link" onClick={() => setColorScheme(NEXT[colorScheme])}>
      <Icon size={16} aria-hidden="true" />
      {SCHEMES[colorScheme]} colours
    </button>
  );
}

interface Props {
  readonly onNewCouncil?: () => void;
  /** The council whose page this is, as it is called at this moment. */
  readonly here?: { readonly id: string; readonly title: string };
}

/** The way between the pages outside a board. */
export function Sidebar({ onNewCouncil, here }: Props): JSX.Element {
  const { me } = useMe();
  const councils = me?.councils.filter((c) => !c.alone) ?? [];
  return (
    <nav className="sidebar" aria-label="Main">
      <NavLink to="/" className="brand" aria-label="Orgora, home">
        <Logo />
        <span>Orgora</span>
      </NavLink>
      <NavLink to="/" end className="side-link">
        <House size={16} aria-hidden="true" />
        Home
      </NavLink>
      <NavLink to="/templates" className="side-link">
        <LayoutTemplate size={16} aria-hidden="true" />
        Templates
      </NavLink>
      <NavLink to="/vocabulary" className="side-link">
        <Shapes size={16} aria-hidden="true" />
        Vocabulary
      </NavLink>
      <h2 className="side-head">Councils</h2>
      {councils.map((council) => (
        <NavLink key={council.id} to={`/c/${council.id}`} className="side-link">
          <Users size={16} aria-hidden="true" />
          <span className="side-name">
            {(council.id === here?.id ? here.title : council.title) || 'Untitled council'}
          </span>
        </NavLink>
      ))}
      {onNewCouncil !== undefined && (
        <button type="button" className="side-link" onClick={onNewCouncil}>
          <Plus size={16} aria-hidden="true" />
          New council
        </button>
      )}
      <div className="side-foot">
        <SchemeSwitch />
      </div>
    </nav>
  );
}
