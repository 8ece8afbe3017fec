import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, Landmark } from 'lucide-react';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { Section } from '../../../components/Section';
import { download, toCsv } from '../kit/csv';
import { Choice } from '../kit/Choice';
import { TableSkeleton } from '../kit/TableSkeleton';
import { entriesQuery, type EntryKind } from './entries';
import { EntryTable } from './EntryTable';

const KINDS = [
  { value: '', label: 'All' },
  { value: 'grant', label: 'Grants' },
  { value: 'refund', label: 'Refunds' },
  { value: 'charge', label: 'Charges' },
] as const;
const COLUMNS = ['id', 'created_at', 'kind', 'amount', 'workspace_id', 'generation_id', 'actor', 'note'] as const;

interface LedgerProps {
  kind: EntryKind | null;
  onKind: (kind: EntryKind | null) => void;
}

/** The entries of the ledger, page by page. */
export function Ledger({ kind, onKind }: LedgerProps) {
  const query = useInfiniteQuery(entriesQuery(kind));
  const entries = query.data?.pages.flat() ?? [];
  return (
    <Section
      title="Ledger"
      aside={
        <div className="flex items-center gap-2">
          <Choice label="Kind" value={kind ?? ''} options={KINDS} onChange={(value) => onKind(value === '' ? null : value)} />
          <Button size="sm" icon={<Download size={12} aria-hidden />} disabled={entries.length === 0} onClick={() => download('weir-entries.csv', toCsv(COLUMNS, entries))}>
            CSV
          </Button>
        </div>
      }
    >
      {query.isPending ? (
        <TableSkeleton label="entries" />
      ) : query.isError && entries.length === 0 ? (
        <div className="p-4">
          <ErrorState inline title="The ledger could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : entries.length === 0 ? (
        <EmptyState icon={<Landmark size={24} aria-hidden />} title="No entries">
          Every grant, charge and refund is an entry; none is ever changed. The first call that costs something makes the first one.
        </EmptyState>
      ) : (
        <>
          <EntryTable entries={entries} />
          {query.hasNextPage && (
            <div className="border-t border-line p-2 text-center">
              <Button size="sm" variant="ghost" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Older entries
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
