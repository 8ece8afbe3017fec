import { Brain } from 'lucide-react';
import type { MessagePart } from '../../../api/contract';
import { Button } from '../../../components/Button';
import { RemoteAddress } from '../../../components/value/RemoteAddress';
import { formatSize } from '../../../components/value/size';
import { ValueView } from '../../../components/value/ValueView';
import { useValueScope } from '../../../components/value/viewMode';
import { Clamp } from './Clamp';
import { Part } from './Part';

interface MessagePartsProps {
  parts: MessagePart[];
  label: string;
  /** Long texts are cut to a screen: for what went in, not for what came out. */
  clamp: ClampSize;
}

export type ClampSize = 'none' | 'short' | 'long';

/** What a message says, in order: text, reasoning, pictures, files. */
export function MessageParts({ parts, label, clamp }: MessagePartsProps) {
  return parts.map((part, index) => (
    // parts have no other name than their place
    // oxlint-disable-next-line react/no-array-index-key
    <div key={index} className="not-first:mt-2">
      <PartBody part={part} label={parts.length > 1 ? `${label}, part ${index + 1}` : label} clamp={clamp} />
    </div>
  ));
}

function PartBody({ part, label, clamp }: { part: MessagePart; label: string; clamp: ClampSize }) {
  const { type, text, url } = part;
  if (type === 'reasoning' && text) {
    return (
      <Part
        title={
          <span className="inline-flex items-center gap-1.5">
            <Brain size={12} aria-hidden /> Reasoning
          </span>
        }
        note={text.text.slice(0, 160)}
      >
        <div className="border-l-2 border-line-strong pl-3 text-muted">
          <ValueView value={text} label={`${label}, reasoning`} />
        </div>
      </Part>
    );
  }
  return (
    <>
      {url && <Media part={part} label={label} />}
      {text && (clamp !== 'none' ? (
        <Clamp text={text.text} isShort={clamp === 'short'}>
          <ValueView value={text} label={label} />
        </Clamp>
      ) : (
        <ValueView value={text} label={label} />
      ))}
      {!url && !text && <span className="text-xs text-subtle">{type || 'empty part'}</span>}
    </>
  );
}

/** Pictures and sounds that are in the span itself; an address elsewhere is only shown. */
function Media({ part, label }: { part: MessagePart; label: string }) {
  const { showAll, isLoadingAll } = useValueScope();
  const url = part.url?.text ?? '';
  const isCut = (part.url?.length ?? 0) > url.length;
  if (!url.startsWith('data:')) return <RemoteAddress kind={part.type || 'address'} url={url} />;
  if (isCut) {
    return (
      <Button size="sm" loading={isLoadingAll} onClick={showAll}>
        Show the {part.type || 'file'} ({formatSize(part.url?.length ?? 0)})
      </Button>
    );
  }
  if (url.startsWith('data:image/')) {
    return <img src={url} alt={`Sent in the ${label}`} className="max-h-80 max-w-full rounded-md border border-line bg-sunken object-contain" />;
  }
  // a transcript is the part's text, when there is one
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (url.startsWith('data:audio/')) return <audio controls src={url} className="max-w-full" />;
  return <span className="text-xs text-subtle">{`${part.type || 'file'}, ${url.slice(0, url.indexOf(',')).slice(0, 80)}, ${formatSize(url.length)}`}</span>;
}
