import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEMES } from '#shared/drawing/theme.ts';

const css = readFileSync('client/styles/tokens.css', 'utf8');

describe('the tokens of the page', () => {
  it('EASE-5 every colour a drawing can have is a token of the page, so that its pictures are never black', () => {
    const missing = Object.keys(THEMES.light).filter((token) => !css.includes(`--${token}:`));
    expect(missing).toEqual([]);
  });
});
