import { ExternalLink } from 'lucide-react';
import { CopyButton } from '../CopyButton';

/** An address in a model's text: shown and copied, and fetched only by a click, in a tab that does not know where it was opened from. */
export function RemoteAddress({ kind, url }: { kind: string; url: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-sm border border-line bg-sunken pl-1.5 align-middle text-xs">
      <span className="shrink-0 text-subtle">{kind}</span>
      <span className="min-w-0 truncate font-mono" title={url}>
        {url}
      </span>
      {/^https?:\/\//i.test(url) && (
        <a href={url} target="_blank" rel="noreferrer noopener" aria-label={`Open the ${kind} in a new tab`} className="flex size-6 shrink-0 items-center justify-center text-accent">
          <ExternalLink size={12} aria-hidden />
        </a>
      )}
      <CopyButton text={url} label="Copy address" />
    </span>
  );
}
