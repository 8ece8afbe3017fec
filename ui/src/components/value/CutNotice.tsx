import { Download } from 'lucide-react';
import type { TextValue } from '../../api/contract';
import { Button } from '../Button';
import { download } from './download';
import { formatSize } from './size';
import { useValueScope } from './viewMode';

/** From this length on a file is of more use than the page. */
const DOWNLOAD_LENGTH = 20_000;

/** Below a text: that it is longer than shown, with a button for the rest; below a long one that is whole, a download. */
export function CutNotice({ value, label }: { value: TextValue; label: string }) {
  const { showAll, isLoadingAll } = useValueScope();
  const isCut = value.length > value.text.length;
  if (!isCut && value.text.length < DOWNLOAD_LENGTH) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-xs text-muted">
      {isCut && (
        <>
          <span>
            The first {formatSize(value.text.length)} of {formatSize(value.length)}
          </span>
          <Button size="sm" loading={isLoadingAll} onClick={showAll}>
            Show all ({formatSize(value.length)})
          </Button>
        </>
      )}
      {!isCut && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Download size={13} aria-hidden />}
          onClick={() => download(`${fileName(label)}.txt`, value.text, value.mime_type ?? 'text/plain')}
        >
          Download ({formatSize(value.length)})
        </Button>
      )}
    </div>
  );
}

function fileName(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
