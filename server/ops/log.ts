import { type Logger, pino } from 'pino';

export type Log = Logger;

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/** One JSON line an event. Ids and numbers only: no secrets, cookies, queries, aliases or contents. */
export const createLog = (level: LogLevel): Log =>
  pino({
    level,
    base: null,
    redact: { paths: ['req.headers', 'res.headers', '*.secret', '*.ticket', '*.cookie'], remove: true },
  });
