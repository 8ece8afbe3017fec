import { Download } from 'lucide-react';
import type { Json, SpanRecord } from '../../../api/contract';
import { Button } from '../../../components/Button';
import { CopyButton } from '../../../components/CopyButton';
import { download } from '../../../components/value/download';
import { JsonView } from '../../../components/value/JsonView';
import { formatSize } from '../../../components/value/size';
import { useValueScope } from '../../../components/value/viewMode';

/** The whole span as the API gives it. */
export function RawTab({ record }: { record: SpanRecord }) {
  const { showAll, isLoadingAll } = useValueScope();
  const cut = record.cut_texts;
  const json = () => JSON.stringify(record, null, 2);
  return (
    <div className="flex min-h-0 flex-1 flex-col py-3">
      {cut.length > 0 && (
        <div className="mb-2 flex flex-wrap items-center gap-2 text-xs text-muted">
          <span>{cut.length === 1 ? `${cut[0]?.path} is cut` : `${cut.length} texts are cut`}.</span>
          <Button size="sm" loading={isLoadingAll} onClick={showAll}>
            Show all ({formatSize(cut.reduce((sum, text) => sum + text.length, 0))})
          </Button>
        </div>
      )}
      <JsonView
        value={record as unknown as Json}
        label="Span"
        hasSearch
        fill
        tools={
          <>
            <CopyButton text={json}>Copy</CopyButton>
            <Button size="sm" variant="ghost" icon={<Download size={13} aria-hidden />} onClick={() => download(`span-${record.span_id}.json`, json(), 'application/json')}>
              Download
            </Button>
          </>
        }
      />
    </div>
  );
}
