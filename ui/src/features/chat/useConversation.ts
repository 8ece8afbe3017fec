import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keepConversation } from './conversations';
import { requestBody } from './messages';
import { streamAnswer } from './stream';
import { type Answer, type Attachment, type Conversation, EMPTY_ANSWER, type Step } from './types';

/** While an answer streams the browser need not keep every piece of it. */
const KEEP_MS = 800;
const TITLE_LENGTH = 60;

export interface ConversationState {
  conversation: Conversation;
  isBusy: boolean;
  change: (changes: Partial<Pick<Conversation, 'models' | 'settings'>>) => void;
  ask: (text: string, attachments: Attachment[]) => void;
  /** Asks a model again for its answer of a turn. */
  regenerate: (model: string, turn: number) => void;
  /** Hands the results of its last calls back to a model. */
  giveResults: (model: string, turn: number, results: Record<string, string>) => void;
  stop: () => void;
}

/** One conversation with several models at once, kept in this browser. */
export function useConversation(initial: Conversation, key: string): ConversationState {
  const client = useQueryClient();
  const [conversation, setConversation] = useState(initial);
  const [running, setRunning] = useState(0);
  const controllers = useRef(new Set<AbortController>());
  const latest = useRef(conversation);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const update = useCallback(
    (change: (before: Conversation) => Conversation) => {
      latest.current = { ...change(latest.current), updatedAt: Date.now() };
      setConversation(latest.current);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        // a browser that keeps nothing (private windows) still chats
        void keepConversation(latest.current).then(() => client.invalidateQueries({ queryKey: ['conversations'] }), () => undefined);
      }, KEEP_MS);
    },
    [client],
  );

  useEffect(() => {
    const mine = controllers.current;
    return () => {
      for (const controller of mine) controller.abort();
    };
  }, []);

  const run = useCallback(
    async (model: string, turn: number, kept: Step[], current: Conversation) => {
      const controller = new AbortController();
      controllers.current.add(controller);
      setRunning((count) => count + 1);
      const show = (answer: Answer) => update((before) => withSteps(before, turn, model, [...kept, { answer, results: null }]));
      try {
        const body = requestBody(model, current.settings, withSteps(current, turn, model, kept).turns, turn);
        show(EMPTY_ANSWER);
        for await (const answer of streamAnswer(key, body, controller.signal)) show(answer);
      } catch (error) {
        show({ ...EMPTY_ANSWER, state: 'failed', error: (error as Error).message });
      } finally {
        controllers.current.delete(controller);
        setRunning((count) => count - 1);
      }
    },
    [key, update],
  );

  return {
    conversation,
    isBusy: running > 0,
    change: useCallback((changes: Partial<Pick<Conversation, 'models' | 'settings'>>) => update((before) => ({ ...before, ...changes })), [update]),
    ask: (text, attachments) => {
      const turn = latest.current.turns.length;
      update((before) => ({
        ...before,
        title: before.turns.length === 0 ? titleOf(text, attachments) : before.title,
        turns: [...before.turns, { text, attachments, answers: {} }],
      }));
      for (const model of latest.current.models) void run(model, turn, [], latest.current);
    },
    regenerate: (model, turn) => void run(model, turn, [], latest.current),
    giveResults: (model, turn, results) => {
      const steps = latest.current.turns[turn]?.answers[model] ?? [];
      const last = steps.at(-1);
      if (last) void run(model, turn, [...steps.slice(0, -1), { ...last, results }], latest.current);
    },
    stop: () => {
      for (const controller of controllers.current) controller.abort();
    },
  };
}

function withSteps(conversation: Conversation, turn: number, model: string, steps: Step[]): Conversation {
  return {
    ...conversation,
    turns: conversation.turns.map((each, index) => (index === turn ? { ...each, answers: { ...each.answers, [model]: steps } } : each)),
  };
}

function titleOf(text: string, attachments: readonly Attachment[]): string {
  const first = text.trim().split('\n')[0] ?? '';
  const title = first === '' ? (attachments[0]?.name ?? 'Conversation') : first;
  return title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title;
}
