import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { allModelsQuery } from '../models/queries';

interface ModelPickerProps {
  label: string;
  value: string;
  onChange: (slug: string) => void;
  placeholder?: string;
  className?: string;
}

/** A model by its slug, with the catalogue's as suggestions; routers and variants (“:free”) can be typed too. */
export function ModelPicker({ label, value, onChange, placeholder = 'Add a model…', className }: ModelPickerProps) {
  const id = useId();
  const { data: models } = useQuery(allModelsQuery);
  const talking = (models ?? []).filter(({ architecture }) => architecture.output_modalities.includes('text'));
  return (
    <>
      <input
        aria-label={label}
        list={id}
        name="model"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`h-8 min-w-0 rounded-md border border-line-strong bg-surface px-2.5 font-mono text-xs ${className ?? ''}`}
      />
      <datalist id={id}>
        {talking.map(({ id: slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
