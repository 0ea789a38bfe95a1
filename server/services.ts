import type { Standing } from '#shared/critique/standing.ts';
import type { Config } from './config.ts';
import type { CouncilLaneWriter } from './council/lane.ts';
import type { CritiqueBooks } from './critique/books.ts';
import type { Log } from './ops/log.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Serial } from './seats/serial.ts';
import type { Tickets } from './seats/tickets.ts';
import type { CouncilRecord, Storage } from './storage/storage.ts';
import type { Hub } from './sync/hub.ts';
import type { SyncLimits } from './sync/limits.ts';
import type { RightsIn } from './sync/rights.ts';

/** How many requests a minute one address may make, where somebody could try out secrets or fill the disk. */
export interface RequestLimits {
  readonly createPerMinute: number;
  readonly joinPerMinute: number;
  /** No limit while the server only listens to its own machine. */
  readonly loopbackFree: boolean;
  /** Commands of a session that one seat may send at once, and per second; also on the server's own machine. */
  readonly commandBurst: number;
  readonly commandsPerSecond: number;
}

/** Everything the HTTP routes and the gate of the sockets work with. */
export interface Services {
  readonly config: Config;
  readonly storage: Storage;
  readonly hub: Hub;
  readonly tickets: Tickets;
  readonly serial: Serial;
  readonly lane: CouncilLaneWriter;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly limits: SyncLimits;
  readonly requests: RequestLimits;
  /** The critique sessions of all councils. */
  readonly critique: CritiqueBooks;
  /** What rights in a council depend on besides a seat's role: its phase, who presents what, who challenges. */
  standing(council: CouncilRecord): Standing | Promise<Standing>;
  /** What a seat may do in a room now; asked when a socket comes in and by `hub.rightsChanged`. */
  readonly rightsIn: RightsIn;
  now(): number;
  /** Whether the server takes new work; `false` while it stops. */
  ready(): boolean;
}
