import { MessagesSquare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { loadMarkdown } from '../../components/value/MarkdownText';
import { ChatModels } from './ChatModels';
import { Composer } from './Composer';
import { settingsProblem } from './messages';
import { SettingsPanel } from './SettingsPanel';
import { TurnView } from './TurnView';
import type { Conversation } from './types';
import { useConversation } from './useConversation';

interface ChatRoomProps {
  initial: Conversation;
  apiKey: string;
  hasSettings: boolean;
  /** The first message was sent: the conversation has an address now. */
  onBegin: (id: string) => void;
}

/** Near enough to its end that one wants to see what comes. */
const AT_END_PX = 120;

/** One conversation: who answers, what was said, where one writes. */
export function ChatRoom({ initial, apiKey, hasSettings, onBegin }: ChatRoomProps) {
  const room = useConversation(initial, apiKey);
  const { conversation, isBusy } = room;
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => void loadMarkdown(), []);
  useEffect(() => {
    if (isAtEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [conversation]);
  const problem = conversation.models.length === 0 ? 'Add a model first.' : settingsProblem(conversation.settings);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ChatModels models={conversation.models} onChange={(models) => room.change({ models })} />
      {hasSettings && <SettingsPanel settings={conversation.settings} onChange={(settings) => room.change({ settings })} />}
      <div
        ref={box}
        // scrolls, so the keyboard has to reach it
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="log"
        aria-label="Conversation"
        aria-live="off"
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2!"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
        }}
      >
        {conversation.turns.length === 0 ? (
          <EmptyState icon={<MessagesSquare size={24} aria-hidden />} title="Ask several models at once">
            Their answers stand side by side, with what each cost and how fast it was. Every call is traced like any other.
          </EmptyState>
        ) : (
          conversation.turns.map((turn, index) => (
            <TurnView
              // turns are only ever added at the end
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              turn={turn}
              models={[...new Set([...conversation.models, ...Object.keys(turn.answers)])]}
              isBusy={isBusy}
              onRegenerate={(model) => room.regenerate(model, index)}
              onResults={(model, results) => room.giveResults(model, index, results)}
            />
          ))
        )}
      </div>
      <Composer
        isBusy={isBusy}
        problem={problem}
        onSend={(text, attachments) => {
          isAtEnd.current = true;
          if (conversation.turns.length === 0) onBegin(conversation.id);
          room.ask(text, attachments);
        }}
        onStop={room.stop}
      />
    </div>
  );
}
