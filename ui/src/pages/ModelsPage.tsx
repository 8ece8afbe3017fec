import { useQuery } from '@tanstack/react-query';
import { Boxes } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import type { ModelRecord } from '../api/contract';
import { useHotkeys } from '../app/hotkeys';
import { formatCount } from '../app/format';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { useQueryParams } from '../components/useQueryParams';
import { useTextParam } from '../components/useTextParam';
import { VirtualList } from '../components/VirtualList';
import { CompareBar, MOST_COMPARED } from '../features/models/CompareBar';
import { isFiltered, listQuery, matching } from '../features/models/modelFilter';
import { ModelFilters } from '../features/models/ModelFilters';
import { ModelHeadings, ModelRow } from '../features/models/ModelRow';
import { modelsQuery } from '../features/models/queries';

const idOf = ({ id }: ModelRecord): string => id;

/** Every model of the catalogue; /models?q=WORDS&max_price=1&sort=newest&compare=SLUG. */
export function ModelsPage() {
  const [params, setParams] = useQueryParams();
  const [text, setText] = useTextParam('q');
  const query = listQuery(params);
  const models = useQuery(modelsQuery(query));
  const wanted = useDeferredValue(text);
  const shown = useMemo(() => matching(models.data ?? [], wanted), [models.data, wanted]);
  const chosen = params.getAll('compare').slice(0, MOST_COMPARED);
  const filters = useRef<HTMLDivElement>(null);

  useHotkeys([{ keys: '/', label: 'Search models', group: 'Models', run: () => filters.current?.querySelector('input')?.focus() }]);
  const onChoose = useCallback(
    (slug: string, isChosen: boolean) => setParams({ compare: isChosen ? [...chosen, slug] : chosen.filter((other) => other !== slug) }, { replace: true }),
    [chosen, setParams],
  );
  const onClear = () => {
    setText('');
    setParams({ input_modalities: '', output_modalities: '', context: '', max_price: '', supported_parameters: '', providers: '' });
  };

  return (
    <>
      <PageHeader title="Models" meta={models.data && <span className="tabular">{formatCount(shown.length)}</span>} />
      <div ref={filters}>
        <ModelFilters params={params} onChange={setParams} text={text} onText={setText} />
      </div>
      {models.isPending ? (
        <RowsSkeleton label="Loading models" />
      ) : models.isError ? (
        <ErrorState title="The models could not be loaded" error={models.error} onRetry={() => void models.refetch()} />
      ) : shown.length === 0 ? (
        <EmptyState icon={<Boxes size={24} aria-hidden />} title="No models" action={isFiltered(params) || text !== '' ? <Button onClick={onClear}>Show all models</Button> : undefined}>
          {isFiltered(params) || text !== '' ? 'No model of the catalogue is like that.' : 'The catalogue is empty: add a provider to weir.json, or set the variable of its key.'}
        </EmptyState>
      ) : (
        <div className="@container/models flex min-h-0 flex-1 flex-col">
          <VirtualList
            label="Models"
            items={shown}
            keyOf={idOf}
            rowPx={32}
            heading={<ModelHeadings />}
            topKey={`${query} ${wanted}`}
            row={(model) => <ModelRow model={model} isChosen={chosen.includes(model.id)} isFull={chosen.length >= MOST_COMPARED} onChoose={onChoose} />}
          />
        </div>
      )}
      <CompareBar chosen={chosen} onChoose={onChoose} />
    </>
  );
}
