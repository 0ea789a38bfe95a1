import { Button, Modal } from '@mantine/core';
import { type JSX, useState } from 'react';
import { api } from '../session/api.ts';
import { tell } from './parts.tsx';
import { SecretLink } from './SecretLink.tsx';
import './share.css';

interface Props {
  readonly councilId: string;
  readonly seat: string;
  readonly onClose: () => void;
}

/** Takes the own seat along to another browser: the link is told once and moves it. */
export function OtherDevice({ councilId, seat, onClose }: Props): JSX.Element {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Continue on another device"
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className="share-hint">
        Open a link on the other device. It keeps your alias, your role, your comments and your votes; this page closes
        then.
      </p>
      {secret === null ? (
        <Button onClick={() => api.seatKey(councilId, seat).then((key) => setSecret(key.secret), tell)}>
          Make the link
        </Button>
      ) : (
        <SecretLink
          label="Link for another device"
          secret={secret}
          hint="It works once. Who has it takes your place: give it to nobody."
        />
      )}
    </Modal>
  );
}
