/** A function that a model wants to have called. */
export interface ToolCall {
  id: string;
  name: string;
  arguments: string;
}

export interface AnswerStats {
  /** Milliseconds until the first piece of text, thought or call. */
  firstMs: number | null;
  totalMs: number;
  promptTokens: number | null;
  completionTokens: number | null;
  /** US dollars; null: the server did not say. */
  cost: number | null;
}

/** One answer of one model: what came, and what it took. */
export interface Answer {
  state: 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed';
  text: string;
  reasoning: string;
  toolCalls: ToolCall[];
  stats: AnswerStats | null;
  finishReason: string | null;
  /** What the API said; empty while nothing is wrong. */
  error: string;
  generationId: string | null;
  model: string | null;
  provider: string | null;
}

export const EMPTY_ANSWER: Answer = {
  state: 'waiting',
  text: '',
  reasoning: '',
  toolCalls: [],
  stats: null,
  finishReason: null,
  error: '',
  generationId: null,
  model: null,
  provider: null,
};

/** One call of a model within a turn; with results of its tool calls another one follows. */
export interface Step {
  answer: Answer;
  /** What the reader gave back, by the id of the call. */
  results: Record<string, string> | null;
}

export interface Attachment {
  name: string;
  kind: 'image' | 'text';
  /** A data URL of an image, the text of a file. */
  content: string;
}

/** What was asked, and what each model made of it. */
export interface Turn {
  text: string;
  attachments: Attachment[];
  answers: Record<string, Step[]>;
}

export interface ChatSettings {
  system: string;
  /** JSON objects as they were typed; empty is nothing. */
  parameters: string;
  tools: string;
}

export interface Conversation {
  id: string;
  title: string;
  updatedAt: number;
  models: string[];
  settings: ChatSettings;
  turns: Turn[];
}
