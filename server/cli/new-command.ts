import { fileText } from '#shared/board/file.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { TEMPLATES, template } from '#shared/templates/index.ts';
import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';
import { writeData } from './files.ts';
import { nearest } from './nearest.ts';

/** The template meant by an id or a whole name. Throws `CliError` that names the nearest one. */
export function templateNamed(typed: string): Template {
  const wanted = typed.trim().toLowerCase();
  const found = template(wanted) ?? TEMPLATES.find((t) => t.name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const near = nearest(typed, TEMPLATES, (t) => [t.id, t.name]);
  const hint = near === undefined ? '' : ` Did you mean ${near.id} (${near.name})?`;
  throw new CliError(`There is no template "${typed}".${hint} Run "orgora templates" to see all ${TEMPLATES.length}.`);
}

/** `orgora new --template M3 --out board.json` */
export const newCommand: CliCommand = (program) => {
  program
    .command('new')
    .description('Make a board file from a template.')
    .requiredOption('--template <id>', 'which one, by id or name: M3')
    .requiredOption('--out <file>', 'where to write the board file; - for standard output')
    .option('--title <text>', 'title of the board; the name of the template when not given')
    .action(async (options: { readonly template: string; readonly out: string; readonly title?: string }) => {
      const board = boardFromTemplate(templateNamed(options.template));
      const title = options.title?.trim() ?? '';
      const titled = title === '' ? board : { ...board, meta: { ...board.meta, title } };
      await writeData(options.out, fileText(titled));
    });
};
