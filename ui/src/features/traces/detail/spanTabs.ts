import type { SpanEventRecord, SpanRecord } from '../../../api/contract';

export const SPAN_TABS = ['chat', 'io', 'documents', 'attributes', 'events', 'notes', 'raw'] as const;
export type SpanTab = (typeof SPAN_TABS)[number];

export const SPAN_TAB_NAMES: Record<SpanTab, string> = {
  chat: 'Chat',
  io: 'Input / Output',
  documents: 'Documents',
  attributes: 'Attributes',
  events: 'Events',
  notes: 'Notes',
  raw: 'Raw',
};

/** The tabs that a span has something for. */
export function spanTabs({ content, events }: SpanRecord): SpanTab[] {
  const hasChat = content.input_messages.length > 0 || content.output_messages.length > 0;
  const hasValues = content.input !== null || content.output !== null;
  const has: Record<SpanTab, boolean> = {
    chat: hasChat,
    io: hasValues,
    documents: content.documents.length > 0,
    attributes: true,
    events: events.length > 0,
    notes: true,
    raw: true,
  };
  return SPAN_TABS.filter((tab) => has[tab]);
}

/** The tab that the address names, else the first; of a failed span without texts, what happened in it. */
export function chosenTab(tabs: SpanTab[], wanted: string | null, status: string): SpanTab {
  const first = status === 'ERROR' && tabs[0] === 'attributes' && tabs.includes('events') ? 'events' : tabs[0];
  return tabs.find((tab) => tab === wanted) ?? first ?? 'raw';
}

/** What an exception event says, by the names of OpenTelemetry; null for other events. */
export interface ExceptionText {
  type: string;
  message: string;
  stacktrace: string;
}

export function exceptionOf(event: SpanEventRecord): ExceptionText | null {
  const { attributes } = event;
  if (attributes === null || typeof attributes !== 'object' || Array.isArray(attributes)) return null;
  if (event.name !== 'exception' && !('exception.type' in attributes)) return null;
  const read = (name: string): string => {
    const value = attributes[`exception.${name}`];
    return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  };
  return { type: read('type'), message: read('message'), stacktrace: read('stacktrace') };
}
