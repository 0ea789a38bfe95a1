import { ArrowUpRight, Link, Link2, MapPin } from 'lucide-react';
import { type DeepLink, deepLinkHash } from '../links/deep-link.ts';
import { followLink } from '../links/follow-link.ts';
import { linkOf } from '../links/link-target.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, type CommandContext, defineCommand } from './define-command.ts';
import { onlyElement, selectedIds } from './support.ts';

async function copyAddress(runtime: BoardRuntime, link: DeepLink): Promise<void> {
  const { origin, pathname } = window.location;
  const address = `${origin}${pathname}${deepLinkHash(link)}`;
  try {
    await navigator.clipboard.writeText(address);
    runtime.notify('Link copied. It opens for whoever has a seat in this council.');
  } catch {
    runtime.notify(`The browser does not let this page copy. The link is ${address}`);
  }
}

/** The one selected thing that an address can name. */
function named({ runtime }: CommandContext): DeepLink | null {
  const [id, other] = selectedIds(runtime);
  if (id === undefined || other !== undefined) return null;
  return { type: runtime.view.board.frames.has(id) ? 'frame' : 'element', id };
}

const COPY_LINK = defineCommand({
  id: 'link.copy',
  title: 'Copy a link to this',
  group: 'Look',
  icon: Link,
  words: 'address url share element frame deep',
  contextMenu: 'selection',
  enabled: (context) => named(context) !== null,
  async run(context) {
    const link = named(context);
    if (link !== null) await copyAddress(context.runtime, link);
  },
});

const COPY_VIEW = defineCommand({
  id: 'link.copy-view',
  title: 'Copy a link to this view',
  group: 'Look',
  icon: MapPin,
  words: 'address url share place zoom deep',
  contextMenu: 'board',
  enabled: ({ runtime }) => runtime.control !== null,
  async run({ runtime }) {
    const seen = runtime.control?.visible();
    if (seen === undefined) return;
    const { zoom } = runtime.ui.getState();
    await copyAddress(runtime, { type: 'view', x: seen.x + seen.w / 2, y: seen.y + seen.h / 2, zoom });
  },
});

const LINK_TO = defineCommand({
  id: 'link.edit',
  title: 'Link to…',
  group: 'Change',
  keys: ['Alt+K'],
  icon: Link2,
  words: 'board web address url connect',
  contextMenu: 'selection',
  needs: 'board.edit',
  enabled: ({ runtime }) => onlyElement(runtime) !== null,
  run({ runtime }) {
    const element = onlyElement(runtime);
    if (element !== null) runtime.ui.setState({ overlay: { type: 'link', id: element.id } });
  },
});

const FOLLOW = defineCommand({
  id: 'link.follow',
  title: 'Follow the link',
  group: 'Look',
  keys: ['Alt+Shift+K'],
  icon: ArrowUpRight,
  words: 'open board web address',
  contextMenu: 'selection',
  enabled({ runtime }) {
    const element = onlyElement(runtime);
    return element !== null && linkOf(element) !== null;
  },
  run({ runtime }) {
    const element = onlyElement(runtime);
    if (element !== null) followLink(runtime, element.id);
  },
});

export const LINKS: readonly Command[] = [COPY_LINK, COPY_VIEW, LINK_TO, FOLLOW];
