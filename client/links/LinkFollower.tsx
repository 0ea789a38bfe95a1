import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { GO_EVENT } from './follow-link.ts';

/** Takes the page to another board when a link on this one is followed. */
export function LinkFollower(): null {
  const navigate = useNavigate();
  useEffect(() => {
    const go = (event: Event): void => {
      const path: unknown = event instanceof CustomEvent ? event.detail : null;
      if (typeof path === 'string' && path.startsWith('/c/')) void navigate(path);
    };
    window.addEventListener(GO_EVENT, go);
    return () => window.removeEventListener(GO_EVENT, go);
  }, [navigate]);
  return null;
}
