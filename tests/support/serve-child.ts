import { serve } from '../../server/main.ts';

/** The server as a process of its own, with the client from the folder that is its first argument. */
await serve(process.env, { clientFolder: process.argv[2] ?? null });
