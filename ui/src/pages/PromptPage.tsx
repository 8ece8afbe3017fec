import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { cx } from '../app/cx';
import { BackLink } from '../components/BackLink';
import { Button } from '../components/Button';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { useQueryParams } from '../components/useQueryParams';
import { NewVersionDialog } from '../features/prompts/NewVersionDialog';
import { promptVersionsQuery } from '../features/prompts/queries';
import { VersionView } from '../features/prompts/VersionView';

/** One prompt and its versions; /prompts/NAME?version=ID. */
export function PromptPage() {
  const { name = '' } = useParams();
  const [params, setParams] = useQueryParams();
  const [isWriting, setIsWriting] = useState(false);
  const versions = useInfiniteQuery(promptVersionsQuery(name));
  const all = versions.data?.pages.flatMap(({ data }) => data) ?? [];
  const chosen = all.find(({ id }) => id === params.get('version')) ?? all[0];
  return (
    <>
      <PageHeader
        leading={<BackLink to="/prompts" label="Back to the prompts" />}
        title={name}
        actions={
          <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsWriting(true)} disabled={!chosen}>
            New version
          </Button>
        }
      />
      {versions.isError ? (
        <ErrorState title="The prompt could not be loaded" error={versions.error} onRetry={() => void versions.refetch()} />
      ) : !chosen ? (
        <RowsSkeleton label="Loading the prompt" />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col md:flex-row">
          <nav aria-label="Versions" className="max-h-40 shrink-0 overflow-y-auto border-b border-line md:max-h-none md:w-60 md:border-r md:border-b-0">
            <ol>
              {all.map((version, index) => (
                <li key={version.id}>
                  <button
                    type="button"
                    aria-current={version.id === chosen.id || undefined}
                    onClick={() => setParams({ version: version.id })}
                    className={cx('flex h-8 w-full items-center gap-2 px-4 text-left -outline-offset-2!', version.id === chosen.id ? 'bg-selected font-medium' : 'hover:bg-hover')}
                  >
                    <span className="tabular shrink-0">{versions.hasNextPage ? `#${index + 1}` : `v${all.length - index}`}</span>
                    <span className="min-w-0 truncate font-normal text-muted">{version.description ?? version.model_name}</span>
                    {index === 0 && <span className="ml-auto shrink-0 text-2xs font-normal text-subtle">newest</span>}
                  </button>
                </li>
              ))}
            </ol>
            {versions.hasNextPage && (
              <Button className="m-2" size="sm" onClick={() => void versions.fetchNextPage()}>
                Show more
              </Button>
            )}
          </nav>
          <div className="relative min-h-0 min-w-0 flex-1 overflow-y-auto p-4 lg:p-6">
            <div className="max-w-4xl">
              <VersionView key={chosen.id} version={chosen} />
            </div>
          </div>
          {isWriting && <NewVersionDialog open onOpenChange={setIsWriting} name={name} base={chosen} onSaved={() => setParams({ version: null })} />}
        </div>
      )}
    </>
  );
}
