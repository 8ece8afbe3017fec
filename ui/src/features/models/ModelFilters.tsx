import { Search, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { Input } from '../../components/Input';
import { Select } from '../../components/Select';
import { formatCompact } from '../../app/format';
import { CONTEXTS, MODALITIES, ORDERS, OUTPUTS, PARAMETERS, PRICES } from './modelFilter';
import { providersQuery } from './queries';

interface ModelFiltersProps {
  params: URLSearchParams;
  onChange: (changes: Record<string, string>) => void;
  text: string;
  onText: (text: string) => void;
}

const ANY = { value: '', label: '' };

function words(values: readonly string[]) {
  return values.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

/** What the list is filtered and sorted by; the address has the same. */
export function ModelFilters({ params, onChange, text, onText }: ModelFiltersProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { data: providers } = useQuery(providersQuery);
  const select = (name: string, label: string, any: string, options: readonly { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      value={params.get(name) ?? ''}
      onChange={(event) => onChange({ [name]: event.target.value })}
      options={[{ ...ANY, label: any }, ...options]}
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2">
      <Input
        aria-label="Search models"
        type="search"
        name="q"
        autoComplete="off"
        className="min-w-0 flex-1 basis-48 md:max-w-72"
        placeholder="Search name or slug"
        icon={<Search size={14} aria-hidden />}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {/* beside the search, so that the filters have a line to themselves */}
      <Select aria-label="Order" className="max-md:hidden md:ml-auto" value={params.get('sort') ?? ''} onChange={(event) => onChange({ sort: event.target.value })} options={ORDERS} />
      <Button className="md:hidden" aria-expanded={isOpen} icon={<SlidersHorizontal size={14} aria-hidden />} onClick={() => setIsOpen(!isOpen)}>
        Filters
      </Button>
      <div className={isOpen ? 'grid w-full grid-cols-2 gap-2 md:flex md:flex-wrap' : 'hidden w-full flex-wrap gap-2 md:flex'}>
        <Select aria-label="Order" className="md:hidden" value={params.get('sort') ?? ''} onChange={(event) => onChange({ sort: event.target.value })} options={ORDERS} />
        {select('input_modalities', 'Takes', 'Takes anything', words(MODALITIES))}
        {select('output_modalities', 'Gives', 'Gives anything', words(OUTPUTS))}
        {select('context', 'Context', 'Any context', CONTEXTS.map((tokens) => ({ value: String(tokens), label: `≥ ${formatCompact(tokens)} tokens` })))}
        {select('max_price', 'Price', 'Any price', PRICES.map((price) => ({ value: String(price), label: price === 0 ? 'Free prompts' : `≤ $${price} / M in` })))}
        {select('supported_parameters', 'Parameter', 'Any parameter', words(PARAMETERS))}
        {select('providers', 'Provider', 'Any provider', (providers ?? []).map(({ slug, name }) => ({ value: slug, label: name })))}
      </div>
    </div>
  );
}
