import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the colours of a page decide; everything else is the same in light and dark. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds in a page or one part of it, one line each: the rule, and where. All rules that axe applies by default, or
 * only those named. It runs in the page itself, which has no frames, and is loaded once into each.
 */
export async function axeProblems(
  page: Page,
  part: string | null = null,
  rules?: readonly string[],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  // A button that has just become one to press still has the colours of one that is not, until they have faded over.
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ends.map((one) => one.finished));
  });
  const { violations } = await page.evaluate(
    ([within, options]) => {
      const { axe } = window as unknown as {
        readonly axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
      };
      return axe.run(within ?? document, options);
    },
    [
      part,
      { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: [...rules] }) } satisfies RunOptions,
    ] as const,
  );
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  );
}
