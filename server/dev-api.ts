import { serve } from './main.ts';

/** The API alone, for `npm run dev`: the page comes from the development server beside it. */
await serve(process.env, {
  clientFolder: null,
  say: (line) => process.stdout.write(`${line} (API)\n`),
});
