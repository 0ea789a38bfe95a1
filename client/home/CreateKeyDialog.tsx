import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { keyQuestion } from './create-key.ts';

/** Asks for the key that this server wants before it makes something new. */
export function CreateKeyDialog(): JSX.Element | null {
  const question = useStore(keyQuestion, (state) => state.question);
  const [key, setKey] = useState('');
  useEffect(() => {
    if (question !== null) setKey('');
  }, [question]);
  if (question === null) return null;
  return (
    <Modal
      opened
      onClose={() => question.answer(null)}
      title="Key of this server"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (key.trim() !== '') question.answer(key.trim());
        }}
      >
        <PasswordInput
          label="Create key"
          description="This server asks for it before it makes a council. Whoever runs the server has it."
          value={key}
          autoComplete="off"
          error={question.wrong ? 'That is not the key. Check it, then try again.' : null}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
          onChange={(event) => setKey(event.currentTarget.value)}
          data-autofocus
          required
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => question.answer(null)}>
            Cancel
          </Button>
          <Button type="submit">Go on</Button>
        </Group>
      </form>
    </Modal>
  );
}
