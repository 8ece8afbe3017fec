import { useEffect, useRef, useState } from 'react';
import { CONSOLE } from './client';
import { queryClient } from './queryClient';
import { sessionQuery } from './session';
import { statusQuery } from './status';

export type LiveState = 'connecting' | 'open' | 'paused' | 'closed';

export interface LiveHandlers {
  /** One function for each event name; `data` is the event's parsed JSON, undefined when it has none. */
  events: Record<string, (data: unknown) => void>;
  /** The stream is open again after a pause or a break: what happened meanwhile has to be fetched. */
  onResume?: () => void;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;

/**
 * Follows server-sent events at `url` (a documented path, as for `api`); null follows nothing.
 * A hidden tab lets go of its connection: browsers allow six for one host over HTTP/1.1.
 */
export function useLive(url: string | null, handlers: LiveHandlers): LiveState {
  const [state, setState] = useState<LiveState>('closed');
  const latest = useRef(handlers);
  const names = Object.keys(handlers.events).join(' ');

  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    if (url === null) return undefined;
    const connection = new LiveConnection(CONSOLE + url, names.split(' '), latest, setState);
    connection.start();
    return () => connection.stop();
  }, [url, names]);

  return url === null ? 'closed' : state;
}

/** One stream with its retries; stopped for good by `stop`. */
class LiveConnection {
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private wasOpen = false;

  constructor(
    private readonly url: string,
    private readonly names: string[],
    private readonly handlers: { readonly current: LiveHandlers },
    private readonly report: (state: LiveState) => void,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.onVisibility();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.disconnect();
  }

  private readonly onVisibility = (): void => {
    this.disconnect();
    if (document.hidden) {
      this.report('paused');
      return;
    }
    this.retryMs = FIRST_RETRY_MS;
    this.connect();
  };

  private connect(): void {
    this.report('connecting');
    const source = new EventSource(this.url, { withCredentials: true });
    this.source = source;
    source.addEventListener('open', () => this.opened());
    source.addEventListener('error', () => this.broken());
    for (const name of this.names) {
      source.addEventListener(name, (event) => this.handlers.current.events[name]?.(parse((event as MessageEvent<string>).data)));
    }
  }

  private opened(): void {
    this.retryMs = FIRST_RETRY_MS;
    this.report('open');
    if (this.wasOpen) this.resumed();
    this.wasOpen = true;
  }

  private resumed(): void {
    this.handlers.current.onResume?.();
    void queryClient.invalidateQueries(statusQuery);
  }

  /** The browser's own retry has no growing pause and gives up on an error status, so every break is ours. */
  private broken(): void {
    this.disconnect();
    this.report('closed');
    this.retry = setTimeout(() => this.connect(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
    // an ended session breaks the stream without saying so, and so does a server that stopped
    void queryClient.invalidateQueries(sessionQuery);
    void queryClient.invalidateQueries(statusQuery);
  }

  private disconnect(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }
}

function parse(data: string): unknown {
  if (data === '') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
