import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { vi } from 'vitest';

function Where() {
  return <output aria-label="address">{useLocation().pathname}</output>;
}

/** What jsdom has not. */
export function stubBrowser(): void {
  vi.stubGlobal(
    'matchMedia',
    vi.fn(() => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined })),
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
}

/** Shows a page at `/`, and the address that is gone to. */
export function renderPage(page: ReactNode) {
  return render(
    <MantineProvider env="test">
      <MemoryRouter>
        <Routes>
          <Route path="/" element={page} />
          <Route path="*" element={null} />
        </Routes>
        <Where />
      </MemoryRouter>
    </MantineProvider>,
  );
}
