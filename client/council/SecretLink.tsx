import { Button, CopyButton } from '@mantine/core';
import { Check, Link2 } from 'lucide-react';
import type { JSX } from 'react';

const addressOf = (secret: string): string => `${window.location.origin}/join#${secret}`;

interface Props {
  /** What the link is, for those who do not see it. */
  readonly label: string;
  readonly secret: string;
  readonly hint: string;
}

/** A link that is told once, with the button that copies it. */
export function SecretLink({ label, secret, hint }: Props): JSX.Element {
  return (
    <div className="share-new">
      <input readOnly aria-label={label} value={addressOf(secret)} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={addressOf(secret)}>
        {({ copied, copy }) => (
          <Button size="sm" onClick={copy} leftSection={copied ? <Check size={14} /> : <Link2 size={14} />}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
      <p>{hint}</p>
    </div>
  );
}
