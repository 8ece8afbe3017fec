import { CopyButton } from '../../../components/CopyButton';

/** An address in a model's text: shown and copied, never fetched. */
export function RemoteAddress({ kind, url }: { kind: string; url: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-sm border border-line bg-sunken pl-1.5 align-middle text-xs">
      <span className="shrink-0 text-subtle">{kind}</span>
      <span className="min-w-0 truncate font-mono" title={url}>
        {url}
      </span>
      <CopyButton text={url} label="Copy address" />
    </span>
  );
}
