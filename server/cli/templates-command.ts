import type { Template } from '#shared/templates/define-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import type { CliCommand } from './cli-command.ts';
import { STDIO, writeData } from './files.ts';

/** What a script gets to know about a template; the content itself comes with `orgora new`. */
const summary = ({
  id,
  name,
  group,
  when,
  prompts,
  source,
  rebuiltFromText,
  pairs,
  elements,
  relations,
}: Template) => ({
  id,
  name,
  group,
  when,
  elements: elements.length,
  relations: relations.length,
  prompts,
  source,
  rebuiltFromText,
  pairs,
});

const asText = (templates: readonly Template[]): string => {
  const width = Math.max(...templates.map((t) => t.name.length));
  return `${templates.map((t) => `${t.id.padEnd(3)} ${t.name.padEnd(width)}  ${t.when}`).join('\n')}\n`;
};

/** `orgora templates [--json]` */
export const templatesCommand: CliCommand = (program) => {
  program
    .command('templates')
    .description('List the templates that a board can start from.')
    .option('--json', 'as JSON, with prompts, sources and counts')
    .action(async (options: { readonly json?: boolean }) => {
      await writeData(
        STDIO,
        options.json === true ? `${JSON.stringify(TEMPLATES.map(summary), null, 2)}\n` : asText(TEMPLATES),
      );
    });
};
