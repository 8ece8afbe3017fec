import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ModelRecord } from '../api/contract';
import { formatCount, formatDate } from '../app/format';
import { BackLink } from '../components/BackLink';
import { buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { MOST_COMPARED } from '../features/models/CompareBar';
import { ParameterBadges } from '../features/models/ModelFacts';
import { otherPrices, perMillion } from '../features/models/prices';
import { modelPath, modelQuery } from '../features/models/queries';

const ROWS: readonly (readonly [string, (model: ModelRecord) => ReactNode])[] = [
  ['In, $ / M tokens', ({ pricing }) => perMillion(pricing.prompt)],
  ['Out, $ / M tokens', ({ pricing }) => perMillion(pricing.completion)],
  ['Also', ({ pricing }) => otherPrices(pricing).map(({ name, price, unit }) => `${name} ${price} / ${unit}`).join('; ') || '—'],
  ['Context', ({ context_length: tokens }) => (tokens > 0 ? formatCount(tokens) : '—')],
  ['Longest answer', ({ top_provider: { max_completion_tokens: tokens } }) => (tokens === null ? '—' : formatCount(tokens))],
  ['Takes', ({ architecture }) => architecture.input_modalities.join(', ')],
  ['Gives', ({ architecture }) => architecture.output_modalities.join(', ')],
  ['Reasoning', ({ reasoning }) => (reasoning ? (reasoning.mandatory ? 'always' : 'when asked') : 'no')],
  ['Knowledge until', ({ knowledge_cutoff: cutoff }) => cutoff ?? '—'],
  ['Released', ({ created }) => formatDate(created * 1000)],
  ['Tokenizer', ({ architecture }) => architecture.tokenizer],
  ['Parameters', ({ supported_parameters: names }) => <ParameterBadges names={names} />],
  ['About', ({ description }) => <span className="text-muted">{description}</span>],
];

/** Up to four models side by side; /models/compare?model=SLUG&model=SLUG. */
export function CompareModelsPage() {
  const [params] = useSearchParams();
  const slugs = [...new Set(params.getAll('model'))].slice(0, MOST_COMPARED);
  const models = useQueries({ queries: slugs.map((slug) => modelQuery(slug)) });
  const failed = models.find(({ error }) => error !== null);
  const query = new URLSearchParams(slugs.map((slug) => ['model', slug]));
  const back = new URLSearchParams(slugs.map((slug) => ['compare', slug]));
  return (
    <>
      <PageHeader
        leading={<BackLink to={`/models?${back.toString()}`} label="Back to the models" />}
        title="Compare models"
        actions={<Link to={`/chat?${query.toString()}`} className={buttonClass('primary')}>Chat with them</Link>}
      />
      {slugs.length === 0 ? (
        <EmptyState title="Nothing to compare" action={<Link to="/models" className={buttonClass()}>Choose models</Link>}>
          Tick up to four models in the catalogue.
        </EmptyState>
      ) : failed ? (
        <ErrorState title="A model could not be loaded" error={failed.error} onRetry={() => void failed.refetch()} />
      ) : models.some(({ data }) => data === undefined) ? (
        <RowsSkeleton label="Loading the models" />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard has to reach it
        <div className="min-h-0 flex-1 overflow-auto" tabIndex={0} role="region" aria-label="Models side by side">
          <table className="w-full min-w-[44rem] table-fixed border-collapse text-sm">
            <thead>
              <tr className="border-b border-line">
                <th className="sticky left-0 w-36 bg-canvas px-4 py-3 text-left text-2xs font-medium text-subtle">Model</th>
                {models.map(({ data }) => data && (
                  <th key={data.id} scope="col" className="px-4 py-3 text-left align-top font-medium">
                    <Link to={`/models/${modelPath(data.id)}`} className="hover:underline">{data.name}</Link>
                    <code className="block truncate font-normal text-subtle">{data.id}</code>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ROWS.map(([name, cell]) => (
                <tr key={name} className="border-b border-line">
                  <th scope="row" className="sticky left-0 bg-canvas px-4 py-2 text-left align-top text-xs font-normal text-subtle">{name}</th>
                  {models.map(({ data }) => data && (
                    <td key={data.id} className="tabular px-4 py-2 align-top break-words">{cell(data)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
