import { useMemo } from 'react';
import type { SpanNode } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { type Hotkey, useHotkeys } from '../../../app/hotkeys';
import { CopyButton } from '../../../components/CopyButton';
import { ErrorState } from '../../../components/ErrorState';
import { CopyMenu } from '../copy/CopyMenu';
import { looksStructured } from '../../../components/value/jsonRows';
import { nextViewMode, ValueScopeContext, type ViewMode } from '../../../components/value/viewMode';
import { ViewModeSwitch } from '../../../components/value/ViewModeSwitch';
import { DetailSkeleton } from './DetailSkeleton';
import { ErrorBox } from './ErrorBox';
import { Facts } from './Facts';
import { SpanActions } from './SpanActions';
import { SpanPanels } from './SpanPanels';
import { chosenTab, SPAN_TAB_NAMES, type SpanTab, spanTabs } from './spanTabs';
import { useSpanRecord } from './useSpanRecord';

interface SpanDetailProps {
  traceId: string;
  node: SpanNode;
  /** Of the address; null leaves the choice to the span. */
  tab: string | null;
  mode: ViewMode | null;
  onTabChange: (tab: SpanTab) => void;
  onModeChange: (mode: ViewMode) => void;
  /** Makes this span the one that others are compared with. */
  onCompare: () => void;
}

/** Everything about one span: what it comes to, why it failed, and its views. */
export function SpanDetail({ traceId, node, tab, mode, onTabChange, onModeChange, onCompare }: SpanDetailProps) {
  const { record, error, isStale, retry, showAll, isLoadingAll } = useSpanRecord(traceId, node);
  const tabs = useMemo(() => (record ? spanTabs(record) : []), [record]);
  const chosen = chosenTab(tabs, tab, node.status);
  const ownMode = useMemo(() => {
    const { input, output } = record?.content ?? {};
    const isData = [input, output].every((value) => !value || looksStructured(value.text));
    return chosen === 'io' && isData ? 'json' : 'markdown';
  }, [record, chosen]);
  const shownMode = mode ?? ownMode;
  const hasModes = chosen === 'chat' || chosen === 'io' || chosen === 'documents';
  const changeMode = () => {
    if (chosen === 'attributes') onModeChange(shownMode === 'json' ? 'markdown' : 'json');
    else onModeChange(nextViewMode(shownMode));
  };

  useHotkeys([
    { keys: 'm', label: 'Markdown, Text or JSON', group: 'Span', run: changeMode },
    ...tabs.map((each, index): Hotkey => ({ keys: String(index + 1), label: SPAN_TAB_NAMES[each], group: 'Span', run: () => onTabChange(each) })),
  ]);
  const scope = useMemo(() => ({ mode: shownMode, showAll, isLoadingAll }), [shownMode, showAll, isLoadingAll]);

  if (!record) return error ? <ErrorState title="The span could not be loaded" error={error} onRetry={retry} /> : <DetailSkeleton />;

  return (
    <ValueScopeContext value={scope}>
      <section
        id="span-detail"
        aria-label={`Span ${record.name}`}
        aria-busy={isStale}
        className={cx('@container/detail flex min-h-0 flex-1 flex-col', isStale && 'opacity-60 transition-opacity delay-300 duration-200')}
      >
        <div className="shrink-0 px-4 pt-2.5 pb-1">
          <div className="mb-1.5 flex min-w-0 items-center gap-2">
            <h2 className="min-w-0 truncate text-base font-semibold" title={record.name}>
              {record.name || '(no name)'}
            </h2>
            <CopyButton text={record.span_id} label={`Copy span id ${record.span_id}`} />
            <CopyMenu record={record} onCompare={onCompare} />
            {hasModes && (
              <span className="ml-auto">
                <ViewModeSwitch mode={shownMode} onChange={onModeChange} />
              </span>
            )}
          </div>
          <Facts record={record} />
          <SpanActions record={record} />
          <ErrorBox record={record} onShowEvents={() => onTabChange('events')} />
          {error && <ErrorState inline title="The whole span could not be loaded" error={error} />}
        </div>
        <SpanPanels record={record} tabs={tabs} tab={chosen} onTabChange={onTabChange} isTree={shownMode === 'json'} onTreeChange={(isTree) => onModeChange(isTree ? 'json' : 'markdown')} />
      </section>
    </ValueScopeContext>
  );
}
