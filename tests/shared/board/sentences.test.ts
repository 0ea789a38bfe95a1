import { describe, expect, it } from 'vitest';
import { nameOf, sentenceOf } from '#shared/board/sentences.ts';
import { ERROR_CODES, sentenceFor } from '#shared/errors/sentences.ts';
import { desk, sample } from './support.ts';

describe('sentences', () => {
  it('BOARD-20 an element says what it is, its lines, and how many report to it', () => {
    const d = desk();
    sample(d);
    d.editor.addElement({ id: 'inner', kind: 'role', x: 0, y: 0, name: 'Data steward', sitsIn: 'ops', boss: 'vp' });
    d.editor.addTiger({ name: 'Launch', members: { inner: 20 }, sponsor: 'cmo', start: 0, end: 6 });
    d.editor.addFriction({ friction: 'silo', on: ['inner'] });
    expect(sentenceOf(d.board(), 'vp')).toContain('VP marketing reports to Chief marketing officer.');
    expect(sentenceOf(d.board(), 'vp')).toContain('3 report to it.');
    const text = sentenceOf(d.board(), 'inner');
    expect(text).toContain('Sits in Marketing operations.');
    expect(text).toContain('Lent to tiger team 1, Launch, with 20 %.');
    expect(text).toMatch(/Friction: Silo, open\.$/);
    expect(sentenceOf(d.board(), 'crm')).toContain('CRM');
  });

  it('BOARD-20 lines, overlays, frames and prompts have sentences; an unknown id has none', () => {
    const d = desk();
    sample(d);
    const { editor } = d;
    const tiger = editor.addTiger({
      name: 'Launch',
      members: { vp: 20, ops: 30 },
      sponsor: 'cmo',
      lead: 'vp',
      start: 0,
      end: 6,
    });
    const zone = editor.addZone({ zone: 'function', title: 'Marketing', x: -10, y: -10, w: 500, h: 500, wall: true });
    const friction = editor.addFriction({ friction: 'unclear-owner', on: ['crm', zone], mitigation: 'One owner' });
    const frame = editor.addFrame({ x: 0, y: 0, w: 99, h: 99 });
    const prompt = editor.addPrompt({ text: 'Who pays?', answer: 'Sales' });
    const say = (id: string) => sentenceOf(d.board(), id);
    expect(say('reports:vp')).toBe('VP marketing reports to Chief marketing officer.');
    expect(say(tiger)).toBe(
      'Tiger team 1 “Launch”: Marketing operations with 30 % and VP marketing with 20 %. Sponsor: Chief marketing officer. Lead: VP marketing. Weeks 0 to 6.',
    );
    expect(say(zone)).toBe('Function zone “Marketing”: 4 elements, a silo.');
    expect(say(friction)).toBe('Friction “Unclear owner”, open, on CRM and Marketing. Mitigation: One owner.');
    expect(say(frame)).toBe('Frame “unnamed frame”.');
    expect(say(prompt)).toBe('Who pays? Answer: Sales.');
    expect([say('nobody'), nameOf(d.board(), 'nobody')]).toEqual(['', '']);
  });

  it('BOARD-20 what has no name is called by its kind', () => {
    const d = desk();
    d.editor.addElement({ id: 'a', kind: 'platform', x: 0, y: 0, name: ' ' });
    expect(nameOf(d.board(), 'a')).toBe('unnamed platform');
  });

  it('BOARD-21 every error code has sentences that end, and none shows a blank', () => {
    const details = {
      name: 'Brand',
      boss: 'VP',
      container: 'Ops',
      kind: 'Role',
      id: 'x',
      reason: 'A platform cannot report to a role.',
      limit: 10,
      what: 'elements',
      label: 'Size',
      value: 'robot',
      seconds: 5,
    };
    for (const code of ERROR_CODES) {
      const sentence = (sentenceFor as (code: string, details: object) => string)(code, details);
      expect(sentence).toMatch(/^(“|[A-Z]).*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|!|please/i);
    }
    expect(sentenceFor('locked', { name: '' })).toBe('This element is locked. Ask the convenor to unlock it.');
  });
});
