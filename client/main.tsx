import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { keepShell } from './session/keep-shell.ts';
import { theme } from './styles/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-center" limit={3} />
      <App />
    </MantineProvider>
  </StrictMode>,
);

if (import.meta.env.PROD) {
  // Without it everything works but a reload without a line; a private window may refuse it.
  keepShell().catch((error: unknown) => console.warn('This page will not open without a line.', error));
}
