import { Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { cx } from '../../app/cx';
import { IconButton } from '../../components/IconButton';
import type { Conversation } from './types';

interface ConversationListProps {
  conversations: readonly Conversation[];
  currentId: string;
  onForget: (id: string) => void;
}

/** The conversations of this browser. */
export function ConversationList({ conversations, currentId, onForget }: ConversationListProps) {
  return (
    <nav aria-label="Conversations" className="hidden w-56 shrink-0 flex-col overflow-y-auto border-r border-line lg:flex">
      <p className="px-4 pt-3 pb-1 text-2xs text-subtle">In this browser only</p>
      <ul>
        {conversations.map(({ id, title }) => (
          <li key={id} className={cx('group relative flex h-8 items-center', id === currentId ? 'bg-selected' : 'hover:bg-hover')}>
            <Link to={`/chat/${id}`} aria-current={id === currentId ? 'page' : undefined} className="min-w-0 flex-1 truncate py-1.5 pl-4 -outline-offset-2!" title={title}>
              {title}
            </Link>
            <IconButton
              size="sm"
              label={`Delete “${title}”`}
              className="mr-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
              icon={<Trash2 size={12} aria-hidden />}
              onClick={() => onForget(id)}
            />
          </li>
        ))}
      </ul>
      {conversations.length === 0 && <p className="px-4 py-1 text-sm text-subtle">None yet.</p>}
    </nav>
  );
}
