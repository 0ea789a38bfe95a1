import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';

/** A page that cannot be shown: what happened, and the way out. */
export function Refusal({ sentence }: { readonly sentence: string }): JSX.Element {
  return (
    <main className="refusal">
      <h1>This does not open</h1>
      <p>{sentence}</p>
      <Button component={Link} to="/">
        Go to my boards
      </Button>
    </main>
  );
}
