import { Search } from 'lucide-react';
import { type JSX, type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { NEEDS, templatesFor } from '#shared/templates/chooser.ts';
import type { Template, TemplateGroup } from '#shared/templates/define-template.ts';
import { TEMPLATES, template } from '#shared/templates/index.ts';
import { BoardThumb } from '../ui/BoardThumb.tsx';
import { isPrepared, prepareTemplates, templateBoard } from './template-boards.ts';
import './templates.css';

const GROUPS: readonly (readonly [TemplateGroup, string])[] = [
  ['maturity', 'Maturity'],
  ['structure', 'Structure'],
  ['placement', 'Placement'],
  ['marketing-it', 'Marketing and IT'],
  ['combined', 'Combined'],
  ['global-local', 'Global and local'],
  ['straddles', 'Straddles'],
  ['orchestration', 'Orchestration'],
  ['tiger-teams', 'Tiger teams'],
  ['reference', 'Reference'],
];

const matches = (template: Template, words: string): boolean => {
  const text = `${template.id} ${template.name} ${template.when} ${template.elements.map((e) => e.name).join(' ')}`;
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
};

interface Props {
  /** What can be done with the chosen template. */
  readonly actions: (template: Template) => ReactNode;
}

function TemplateTile(props: {
  readonly template: Template;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): JSX.Element {
  const { template, chosen, onChoose } = props;
  return (
    <button type="button" className="template-tile" aria-pressed={chosen} onClick={onChoose}>
      <span className="template-picture">{isPrepared(template) && <BoardThumb board={templateBoard(template)} />}</span>
      <span className="template-name">
        <strong>{template.name}</strong>
        <span className="template-id">{template.id}</span>
      </span>
      <span className="template-when">{template.when}</span>
    </button>
  );
}

/** The 50 templates: the question one has, groups, search, and what stands behind the chosen one. */
export function TemplateBrowser({ actions }: Props): JSX.Element {
  const [need, setNeed] = useState<string | null>(null);
  const [group, setGroup] = useState<TemplateGroup | null>(null);
  const [words, setWords] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [sought, setSought] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);

  const shown = useMemo(
    () =>
      (need === null ? TEMPLATES : templatesFor(need)).filter(
        (t) => (group === null || t.group === group) && (words.trim() === '' || matches(t, words.trim())),
      ),
    [need, group, words],
  );
  useEffect(() => prepareTemplates([...shown, ...TEMPLATES], redraw), [shown]);
  const chosen = shown.find((t) => t.id === chosenId) ?? shown[0];
  /** Chooses one that the filters may hide at the moment. */
  const show = (id: string): void => {
    if (!shown.some((t) => t.id === id)) {
      setNeed(null);
      setGroup(null);
      setWords('');
    }
    setChosenId(id);
    setSought(id);
  };
  useEffect(() => {
    if (sought === null) return;
    grid.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView?.({ block: 'nearest' });
    setSought(null);
  }, [sought]);

  return (
    <div className="template-browser">
      <aside className="template-side">
        <fieldset className="needs">
          <legend>Which one do I need?</legend>
          <p>Pick the question you have.</p>
          {[{ id: null, question: 'Show all' }, ...NEEDS].map(({ id, question }) => (
            <label key={id ?? 'all'} className="need" data-on={need === id || undefined}>
              <input type="radio" name="need" checked={need === id} onChange={() => setNeed(id)} />
              {question}
            </label>
          ))}
        </fieldset>
        {chosen !== undefined && (
          <section className="template-detail" aria-label={`About ${chosen.name}`}>
            <h2>{chosen.name}</h2>
            <p>{chosen.when}</p>
            <ul>
              {chosen.prompts.map((prompt) => (
                <li key={prompt}>{prompt}</li>
              ))}
            </ul>
            <p className="template-facts">
              {chosen.elements.length} elements, {chosen.relations.length} lines
              {chosen.rebuiltFromText ? ' · rebuilt from text, no picture existed' : ''}
              {` · source ${chosen.source}`}
            </p>
            {chosen.pairs.length > 0 && (
              <div className="template-pairs">
                <span>Compare with</span>
                {chosen.pairs.map((id) => (
                  <button key={id} type="button" title={template(id)?.when} onClick={() => show(id)}>
                    {template(id)?.name ?? id} <span className="template-id">{id}</span>
                  </button>
                ))}
              </div>
            )}
            <div className="template-actions">{actions(chosen)}</div>
          </section>
        )}
      </aside>
      <div className="template-list">
        <div className="template-tools">
          <h2>
            {need === null ? 'All templates' : NEEDS.find((n) => n.id === need)?.question} <span>{shown.length}</span>
          </h2>
          <label className="template-search">
            <Search size={16} aria-hidden="true" />
            <input
              type="search"
              aria-label="Search templates"
              placeholder="Search by title or word"
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </label>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not a form. */}
        <div className="template-groups" role="group" aria-label="Groups">
          <button type="button" aria-pressed={group === null} onClick={() => setGroup(null)}>
            All
          </button>
          {GROUPS.map(([id, label]) => (
            <button key={id} type="button" aria-pressed={group === id} onClick={() => setGroup(id)}>
              {label}
            </button>
          ))}
        </div>
        <div className="template-grid" ref={grid}>
          {shown.map((one) => (
            <TemplateTile key={one.id} template={one} chosen={one === chosen} onChoose={() => setChosenId(one.id)} />
          ))}
        </div>
        {shown.length === 0 && <p className="page-hint">No template has these words. Try fewer, or another group.</p>}
      </div>
    </div>
  );
}
