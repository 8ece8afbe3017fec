import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, TextQuote } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { NewVersionDialog } from '../features/prompts/NewVersionDialog';
import { promptsQuery } from '../features/prompts/queries';

/** The prompts of the workspace, newest first. */
export function PromptsPage() {
  const navigate = useNavigate();
  const [isWriting, setIsWriting] = useState(false);
  const prompts = useInfiniteQuery(promptsQuery);
  const all = prompts.data?.pages.flatMap(({ data }) => data) ?? [];
  const create = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsWriting(true)}>
      New prompt
    </Button>
  );
  return (
    <>
      <PageHeader title="Prompts" actions={create} />
      {prompts.isPending ? (
        <RowsSkeleton label="Loading prompts" />
      ) : prompts.isError ? (
        <ErrorState title="The prompts could not be loaded" error={prompts.error} onRetry={() => void prompts.refetch()} />
      ) : all.length === 0 ? (
        <EmptyState icon={<TextQuote size={24} aria-hidden />} title="No prompts yet" action={create}>
          Texts that programs load by name instead of holding them: each change is a version, and a tag such as “production” says which one counts. Phoenix's clients read and write them here too.
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <ul aria-label="Prompts">
            {all.map(({ id, name, description }) => (
              <li key={id} className="border-b border-line">
                <Link to={`/prompts/${encodeURIComponent(name)}`} className="flex h-8 items-center gap-4 px-4 hover:bg-hover -outline-offset-2!">
                  <span className="w-56 shrink-0 truncate font-medium">{name}</span>
                  <span className="min-w-0 truncate text-muted">{description}</span>
                </Link>
              </li>
            ))}
          </ul>
          {prompts.hasNextPage && (
            <Button className="m-4" loading={prompts.isFetchingNextPage} onClick={() => void prompts.fetchNextPage()}>
              Show more
            </Button>
          )}
        </div>
      )}
      {isWriting && <NewVersionDialog open onOpenChange={setIsWriting} name={null} base={null} onSaved={(name) => void navigate(`/prompts/${encodeURIComponent(name)}`)} />}
    </>
  );
}
