import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';

/** Asks for a title, makes the council and opens its page. */
export function NewCouncilDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const create = async (): Promise<void> => {
    setBusy(true);
    try {
      const { makeCouncil } = await import('./new-board.ts');
      const council = await makeCouncil(title.trim(), false);
      onClose();
      await navigate(`/c/${council.id}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The council could not be made. Try again.');
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title="New council" centered closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextInput
          label="Title"
          description="Everybody you invite reads it."
          value={title}
          maxLength={200}
          error={problem}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
          required
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Create
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
