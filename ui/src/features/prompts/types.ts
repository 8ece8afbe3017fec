import type { Json } from '../../api/contract';

/** A page of Phoenix's API. */
export interface Page<Item> {
  data: Item[];
  next_cursor: string | null;
}

export interface PromptRecord {
  id: string;
  name: string;
  description: string | null;
  metadata: Json;
}

export interface PromptMessage {
  role: string;
  content: string | { [name: string]: Json }[];
}

/** A version as it was written; members that are not named here are kept by the server. */
export interface PromptVersionRecord {
  id: string;
  description?: string | null;
  model_provider: string;
  model_name: string;
  template_type: 'CHAT' | 'STR';
  template_format: string;
  template: { type: 'chat'; messages: PromptMessage[] } | { type: 'string'; template: string };
  invocation_parameters: { type: string; [name: string]: Json };
  tools?: { type: string; tools: { [name: string]: Json }[]; [name: string]: Json } | null;
  response_format?: Json;
}

export interface PromptTagRecord {
  id: string;
  name: string;
  description: string | null;
}
