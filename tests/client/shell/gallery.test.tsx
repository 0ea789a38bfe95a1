import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TemplateBrowser } from '../../../client/templates/TemplateBrowser.tsx';
import { NEEDS } from '../../../shared/templates/chooser.ts';
import { TEMPLATES } from '../../../shared/templates/index.ts';
import { renderPage, stubBrowser } from './render-page.tsx';

const tiles = () => screen.getAllByRole('button').filter((button) => button.classList.contains('template-tile'));
const ids = () => tiles().map((tile) => within(tile).getByText(/^[A-Z]\d$/).textContent);

const show = () =>
  renderPage(<TemplateBrowser actions={(template) => <button type="button">Use {template.id}</button>} />);

describe('the template gallery', () => {
  beforeEach(() => {
    stubBrowser();
    // Pictures are drawn when the page is idle; these tests never are.
    vi.stubGlobal('requestIdleCallback', () => 1);
    vi.stubGlobal('cancelIdleCallback', () => undefined);
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('GALLERY-1 shows every template once, in gallery order', () => {
    show();
    expect(ids()).toEqual(TEMPLATES.map((template) => template.id));
  });

  it('GALLERY-2 narrows to the templates of a question, best first, and describes the first', async () => {
    show();
    const need = NEEDS[4];
    await userEvent.click(screen.getByRole('radio', { name: need?.question ?? '' }));
    expect(ids()).toEqual(need?.templates);
    expect(screen.getByRole('button', { name: `Use ${need?.templates[0]}` })).toBeInTheDocument();
  });

  it('GALLERY-3 finds by word in title, purpose and element, and says what to do when nothing has it', async () => {
    show();
    const search = screen.getByRole('searchbox', { name: 'Search templates' });
    await userEvent.type(search, 'tiger');
    const found = ids();
    expect(found).toContain('T1');
    expect(found.length).toBeLessThan(TEMPLATES.length);
    await userEvent.clear(search);
    await userEvent.type(search, 'zzzz');
    expect(tiles()).toEqual([]);
    expect(screen.getByText(/No template has these words/)).toBeVisible();
  });

  it('GALLERY-4 filters by group', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Maturity' }));
    const maturity = TEMPLATES.filter((template) => template.group === 'maturity').map((template) => template.id);
    expect(ids()).toEqual(maturity);
  });

  it('GALLERY-5 acts on the template that was chosen, and says when it was rebuilt from text', async () => {
    show();
    const rebuilt = TEMPLATES.find((template) => template.rebuiltFromText);
    const tile = tiles().find((button) => within(button).queryByText(rebuilt?.id ?? '') !== null);
    await userEvent.click(tile as HTMLElement);
    expect(screen.getByRole('button', { name: `Use ${rebuilt?.id}` })).toBeInTheDocument();
    expect(screen.getByText(/rebuilt from text/)).toBeVisible();
  });

  it('GALLERY-6 a prepared pair is one click away, also when the filter hides it', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Maturity' }));
    const chosen = tiles().find((tile) => within(tile).queryByText('M3') !== null);
    await userEvent.click(chosen as HTMLElement);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search templates' }), 'M3');
    await userEvent.click(screen.getByRole('button', { name: /M4$/ }));
    expect(screen.getByRole('button', { name: 'Use M4' })).toBeInTheDocument();
    expect(ids()).toContain('M4');
  });
});
