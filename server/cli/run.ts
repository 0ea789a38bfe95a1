import { Command, CommanderError, Help, Option } from 'commander';
import { CliError } from './cli-error.ts';
import { COMMANDS } from './commands.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Commander's complaint ("error: missing required argument 'file'\n(Did you mean …?)") as one sentence with what to do next. */
function complaint(text: string, help: string): string {
  const words = text
    .replace(/^error: /, '')
    .replace('. Allowed choices are', ': allowed are')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  const sentence = capital(words.replace(/\.$/, '').replace(/ ?\(Did you mean (.+?)\?\)/, ', did you mean $1?'));
  return `${sentence.endsWith('?') ? sentence : `${sentence}.`} Run "${help}" to see what there is.\n`;
}

const help = new Help();

/** What an option does; that a switch is off and a text is empty until it is given goes without saying. */
function optionDescription(option: Option): string {
  if (option.defaultValue !== false && option.defaultValue !== '') return help.optionDescription(option);
  return help.optionDescription(new Option(option.flags, option.description));
}

function build(): Command {
  const program = new Command('orgora')
    .description('Draw, criticise and present marketing-technology organisations in one shared visual vocabulary.')
    .usage('<command> [options]')
    .exitOverride()
    .showSuggestionAfterError();
  for (const add of COMMANDS) add(program);
  for (const command of [program, ...program.commands]) {
    const more = command === program ? 'orgora --help' : `orgora ${command.name()} --help`;
    command
      .exitOverride()
      .configureHelp({ optionDescription })
      .configureOutput({ outputError: (text, write) => write(complaint(text, more)) });
  }
  return program;
}

/**
 * Runs one command line, without the program's own two first words. Answers the exit code: 0, or 1 after one clear sentence
 * on standard error. A server that was started goes on after this answers.
 */
export async function run(args: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe (`orgora templates | head -1`) may leave early; that is no fault of the command.
    if (error.code !== 'EPIPE') throw error;
  });
  const program = build();
  try {
    if (args.length === 0) {
      process.stderr.write('No command was given. Run "orgora --help" to see what there is.\n');
      return 1;
    }
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    if (error instanceof CliError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
