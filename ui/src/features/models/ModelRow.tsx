import { memo } from 'react';
import { Link } from 'react-router';
import type { ModelRecord } from '../../api/contract';
import { formatCompact, formatCount, formatDate } from '../../app/format';
import { cx } from '../../app/cx';
import { Modalities } from './Modalities';
import { modelPath } from './queries';
import { givesTokens, perMillion } from './prices';

/** compare | name, slug | modalities | context | price in | price out | released */
export const MODEL_COLUMNS = [
  'grid items-center gap-x-3',
  'grid-cols-[1rem_minmax(0,1fr)_4.5rem_4.5rem]',
  '@3xl/models:grid-cols-[1rem_minmax(0,1fr)_7.5rem_4.5rem_5rem_5rem]',
  '@5xl/models:grid-cols-[1rem_minmax(0,1fr)_minmax(0,1fr)_9rem_5rem_5.5rem_5.5rem_7rem]',
].join(' ');
const AT_3XL = 'hidden @3xl/models:block';
const AT_5XL = 'hidden @5xl/models:block';

interface ModelRowProps {
  model: ModelRecord;
  isChosen: boolean;
  /** Four are chosen already. */
  isFull: boolean;
  onChoose: (slug: string, isChosen: boolean) => void;
}

/** One model; its name is the link, its box puts it beside others. */
export const ModelRow = memo(function ModelRow({ model, isChosen, isFull, onChoose }: ModelRowProps) {
  const { architecture, pricing } = model;
  const author = /^[^:]+: /.exec(model.name)?.[0] ?? '';
  return (
    <div className={cx(MODEL_COLUMNS, 'relative h-8 border-b border-line px-4 text-sm', isChosen ? 'bg-selected' : 'hover:bg-hover')}>
      <input
        type="checkbox"
        aria-label={`Compare ${model.name}`}
        checked={isChosen}
        disabled={isFull && !isChosen}
        onChange={(event) => onChoose(model.id, event.target.checked)}
        className="relative z-10 size-3.5 accent-accent disabled:opacity-40"
      />
      <Link
        to={`/models/${modelPath(model.id)}`}
        className="truncate font-medium -outline-offset-2! after:absolute after:inset-0"
        title={model.name}
      >
        {/* where there is little room, what tells models apart */}
        {author && <span className="hidden @md/models:inline">{author}</span>}
        {model.name.slice(author.length)}
      </Link>
      <code className={`${AT_5XL} truncate text-subtle`} title={model.id}>
        {model.id}
      </code>
      <span className={`${AT_3XL} truncate`}>
        <Modalities names={architecture.input_modalities} label="Takes" />
        <span className="mx-1.5 text-subtle" aria-hidden>
          →
        </span>
        <Modalities names={architecture.output_modalities} label="Gives" />
      </span>
      <span className={`${AT_3XL} tabular text-right text-xs`} title={`${formatCount(model.context_length)} tokens`}>
        {formatCompact(model.context_length)}
      </span>
      <span className="tabular text-right text-xs">{perMillion(pricing.prompt)}</span>
      <span className="tabular text-right text-xs">{givesTokens(model) ? perMillion(pricing.completion) : '—'}</span>
      <span className={`${AT_5XL} text-right text-xs text-muted`}>{formatDate(model.created * 1000)}</span>
    </div>
  );
});

export function ModelHeadings() {
  return (
    <div className={cx(MODEL_COLUMNS, 'h-8 border-b border-line px-4 text-2xs font-medium text-subtle')} aria-hidden>
      <span />
      <span>Model</span>
      <span className={AT_5XL}>Slug</span>
      <span className={AT_3XL}>Takes → gives</span>
      <span className={`${AT_3XL} text-right`}>Context</span>
      <span className="text-right">In $/M</span>
      <span className="text-right">Out $/M</span>
      <span className={`${AT_5XL} text-right`}>Released</span>
    </div>
  );
}
