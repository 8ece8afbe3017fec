import type { ReactNode } from 'react';
import type { ModelRecord } from '../../api/contract';
import { formatCount, formatDate } from '../../app/format';
import { Badge } from '../../components/Badge';
import { givesTokens, otherPrices, perMillion } from './prices';

/** What is known of a model, in one strip. */
export function ModelFacts({ model }: { model: ModelRecord }) {
  const { architecture, pricing, top_provider: top } = model;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      <Fact name="Context" note="tokens">{model.context_length > 0 && formatCount(model.context_length)}</Fact>
      {top.max_completion_tokens !== null && <Fact name="Longest answer" note="tokens">{formatCount(top.max_completion_tokens)}</Fact>}
      <Fact name="Prompt" note="/ M tokens">{knownPrice(pricing.prompt)}</Fact>
      {givesTokens(model) && <Fact name="Completion" note="/ M tokens">{knownPrice(pricing.completion)}</Fact>}
      <Fact name="Takes">{architecture.input_modalities.join(', ')}</Fact>
      <Fact name="Gives">{architecture.output_modalities.join(', ')}</Fact>
      {otherPrices(pricing).map(({ name, price, unit }) => (
        <Fact key={name} name={name} note={`/ ${unit}`}>
          {price}
        </Fact>
      ))}
      <Fact name="Released">{formatDate(model.created * 1000)}</Fact>
      {model.knowledge_cutoff && <Fact name="Knowledge until">{model.knowledge_cutoff}</Fact>}
      {model.expiration_date && <Fact name="Ends">{model.expiration_date}</Fact>}
      <Fact name="Tokenizer">{architecture.tokenizer}</Fact>
    </dl>
  );
}

/** Null where there is no such price: then there is nothing that its unit could stand behind. */
function knownPrice(price: string | null | undefined): string | null {
  const text = perMillion(price);
  return text === '—' ? null : text;
}

/** Without a value it says "unknown", and no unit. */
export function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  const isKnown = children !== null && children !== false && children !== undefined;
  return (
    <div className="min-w-0">
      <dt className="text-xs text-subtle">{name}</dt>
      <dd className="tabular mt-0.5 truncate font-medium">
        {isKnown ? children : <span className="font-normal text-muted">unknown</span>}
        {isKnown && note && <span className="ml-1 text-xs font-normal text-subtle">{note}</span>}
      </dd>
    </div>
  );
}

export function ParameterBadges({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <p className="text-sm text-muted">None are known.</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <li key={name} className="max-w-full">
          <Badge className="font-mono">{name}</Badge>
        </li>
      ))}
    </ul>
  );
}
