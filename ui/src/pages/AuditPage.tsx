import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { type AuditFilter, auditQuery } from '../features/govern/audit/audit';
import { AuditFilters } from '../features/govern/audit/AuditFilters';
import { AuditTable } from '../features/govern/audit/AuditTable';
import { PageBody } from '../features/govern/kit/PageBody';
import { TableSkeleton } from '../features/govern/kit/TableSkeleton';

const NAMES = ['actor', 'method', 'path', 'days'] as const;

/** Every administrative change; /audit?actor=ada&method=DELETE&path=/keys&days=7. */
export function AuditPage() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<AuditFilter>(
    () => ({ actor: params.get('actor') ?? '', method: params.get('method') ?? '', path: params.get('path') ?? '', days: params.get('days') ?? '' }),
    [params],
  );
  const query = useInfiniteQuery({ ...auditQuery(filter), placeholderData: keepPreviousData });
  const rows = query.data?.pages.flat() ?? [];
  const isFiltered = NAMES.some((name) => filter[name] !== '');
  // a letter that is typed is no page to go back to
  const onFilter = (next: AuditFilter) => setParams(Object.fromEntries(NAMES.filter((name) => next[name] !== '').map((name) => [name, next[name]])), { replace: true });
  return (
    <>
      <PageHeader title="Audit log" />
      <PageBody>
        <AuditFilters filter={filter} onChange={onFilter} />
        <Section title="Changes">
          {query.isPending ? (
            <TableSkeleton label="changes" />
          ) : query.isError && rows.length === 0 ? (
            <div className="p-4">
              <ErrorState inline title="The log could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
            </div>
          ) : rows.length === 0 ? (
            <EmptyState icon={<ScrollText size={24} aria-hidden />} title={isFiltered ? 'No such change' : 'Nothing was changed yet'} action={isFiltered && <Button onClick={() => setParams({})}>Show all</Button>}>
              Every administrative change is noted here before it is made, also one that is then refused.
            </EmptyState>
          ) : (
            <AuditTable rows={rows} />
          )}
          {query.hasNextPage && (
            <div className="border-t border-line p-2 text-center">
              <Button size="sm" variant="ghost" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Older changes
              </Button>
            </div>
          )}
        </Section>
      </PageBody>
    </>
  );
}
