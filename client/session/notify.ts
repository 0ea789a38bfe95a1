import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import type { BoardRuntime } from './runtime.ts';

/** Shows one sentence at the bottom of the window, with at most one thing to do about it. */
export const notify: BoardRuntime['notify'] = (message, action) => {
  const id = notifications.show({
    message:
      action === undefined
        ? message
        : createElement(
            'span',
            { className: 'notice' },
            message,
            createElement(
              'button',
              {
                type: 'button',
                className: 'notice-action',
                onClick: () => {
                  notifications.hide(id);
                  action.run();
                },
              },
              action.label,
            ),
          ),
    autoClose: action === undefined ? 5_000 : 10_000,
    withBorder: false,
    color: 'ink',
  });
};
