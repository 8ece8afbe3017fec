import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { statusQuery } from '../api/status';
import { Button, buttonClass } from '../components/Button';
import { PageHeader } from '../components/PageHeader';
import { ChatRoom } from '../features/chat/ChatRoom';
import { ConversationList } from '../features/chat/ConversationList';
import { forgetConversation, readConversations } from '../features/chat/conversations';
import { useInferenceKey } from '../features/chat/inferenceKey';
import { KeyGate } from '../features/chat/KeyGate';
import { KeyNote } from '../features/chat/KeyNote';
import { MOST_MODELS } from '../features/chat/ChatModels';
import type { Conversation } from '../features/chat/types';

/** Talking with models; /chat?model=SLUG&model=SLUG begins, /chat/ID goes on. */
export function ChatPage() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const key = useInferenceKey();
  const { data: status } = useQuery(statusQuery);
  const { data: conversations } = useQuery({ queryKey: ['conversations'], queryFn: readConversations, retry: false });
  const [hasSettings, setHasSettings] = useState(false);
  // the conversation that is begun here keeps its room when it gets its address
  const [begun, setBegun] = useState<string | null>(null);
  const [fresh, setFresh] = useState(newId);

  const wanted = params.getAll('model').slice(0, MOST_MODELS);
  const models = wanted.length > 0 ? wanted : status?.sample_model ? [status.sample_model] : null;
  const kept = conversations?.find((conversation) => conversation.id === id);
  const isMine = id === undefined || id === begun;
  const blank: Conversation | null = models && { id: fresh, title: '', updatedAt: 0, models, settings: { system: '', parameters: '', tools: '' }, turns: [] };
  // who comes back to the one that was begun here finds it as it was kept
  const initial = kept ?? (isMine ? blank : null);

  const forget = async (gone: string) => {
    await forgetConversation(gone);
    await client.invalidateQueries({ queryKey: ['conversations'] });
    if (gone === id) void navigate('/chat');
  };

  return (
    <>
      <PageHeader
        title="Chat"
        meta={key && <KeyNote inferenceKey={key} />}
        actions={
          key && (
            <>
              <Button aria-expanded={hasSettings} icon={<SlidersHorizontal size={14} aria-hidden />} onClick={() => setHasSettings(!hasSettings)}>
                Settings
              </Button>
              <Link
                to="/chat"
                className={buttonClass('primary')}
                onClick={() => {
                  setBegun(null);
                  setFresh(newId());
                }}
              >
                <Plus size={14} aria-hidden /> New
              </Link>
            </>
          )
        }
      />
      {key === null ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <KeyGate purpose="chat room" />
        </div>
      ) : (
        <div className="flex min-h-0 flex-1">
          <ConversationList conversations={conversations ?? []} currentId={id ?? ''} onForget={(gone) => void forget(gone)} />
          {initial && (
            <ChatRoom
              key={isMine ? `${fresh} ${wanted.join(' ')}` : initial.id}
              initial={initial}
              apiKey={key.text}
              hasSettings={hasSettings}
              onBegin={(begunId) => {
                setBegun(begunId);
                void navigate({ pathname: `/chat/${begunId}`, search: params.size > 0 ? `?${params.toString()}` : '' }, { replace: true });
              }}
            />
          )}
          {!initial && id !== undefined && conversations && <p className="p-6 text-muted">This browser has no such conversation.</p>}
        </div>
      )}
    </>
  );
}

function newId(): string {
  return crypto.randomUUID();
}
