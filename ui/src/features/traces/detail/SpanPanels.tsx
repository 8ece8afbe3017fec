import { useQuery } from '@tanstack/react-query';
import type { SpanRecord } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { Tab, TabList, TabPanel, Tabs } from '../../../components/Tabs';
import { AnnotationsTab } from '../../annotations/AnnotationsTab';
import { annotationsQuery } from '../../annotations/queries';
import { AttributesTab } from './AttributesTab';
import { ChatTab } from './ChatTab';
import { DocumentsTab } from './DocumentsTab';
import { EventsTab } from './EventsTab';
import { RawTab } from './RawTab';
import { exceptionOf, SPAN_TAB_NAMES, type SpanTab } from './spanTabs';
import { ValuesTab } from './ValuesTab';

interface SpanPanelsProps {
  record: SpanRecord;
  tabs: SpanTab[];
  tab: SpanTab;
  onTabChange: (tab: SpanTab) => void;
  /** Attributes as a tree instead of a table. */
  isTree: boolean;
  onTreeChange: (isTree: boolean) => void;
}

/** The views of a span. Attributes and Raw scroll in themselves, so that they can draw what is in view alone. */
export function SpanPanels({ record, tabs, tab, onTabChange, isTree, onTreeChange }: SpanPanelsProps) {
  const { data: annotations } = useQuery(annotationsQuery(record.project, record.span_id));
  const counts: Partial<Record<SpanTab, number | undefined>> = { events: record.events.length, documents: record.content.documents.length, notes: annotations?.length || undefined };
  const hasException = record.events.some((event) => exceptionOf(event) !== null);
  return (
    <Tabs value={tab} onValueChange={(value) => onTabChange(value as SpanTab)} className="flex min-h-0 flex-1 flex-col">
      <TabList aria-label="Views of the span" className="px-4">
        {tabs.map((each, index) => (
          <Tab key={each} value={each} title={`${SPAN_TAB_NAMES[each]} (${index + 1})`} className={cx(each === 'events' && hasException && 'text-danger!')}>
            {SPAN_TAB_NAMES[each]}
            {counts[each] !== undefined && <span className="tabular rounded-full bg-sunken px-1.5 text-2xs leading-4">{counts[each]}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel
        // what was opened and scrolled in one span means nothing in the next
        key={record.span_id}
        value={tab}
        tabIndex={0}
        className={cx('min-h-0 flex-1 px-4 -outline-offset-2!', tab === 'attributes' || tab === 'raw' ? 'flex flex-col' : 'overflow-y-auto overscroll-contain pb-6')}
      >
        {/* a readable measure on wide screens */}
        {tab === 'chat' && <div className="max-w-[60rem]"><ChatTab content={record.content} /></div>}
        {tab === 'io' && <div className="max-w-[60rem]"><ValuesTab content={record.content} /></div>}
        {tab === 'documents' && <div className="max-w-[60rem]"><DocumentsTab documents={record.content.documents} /></div>}
        {tab === 'attributes' && <AttributesTab record={record} isTree={isTree} onTreeChange={onTreeChange} />}
        {tab === 'events' && <div className="max-w-[60rem]"><EventsTab events={record.events} /></div>}
        {tab === 'notes' && <div className="max-w-[60rem]"><AnnotationsTab project={record.project} spanId={record.span_id} /></div>}
        {tab === 'raw' && <RawTab record={record} />}
      </TabPanel>
    </Tabs>
  );
}
