/** A reason to end with exit code 1. The message is one sentence for people: what happened and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
