import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { IconButton } from '../../components/IconButton';
import { ModelPicker } from './ModelPicker';

export const MOST_MODELS = 4;

/** Who answers: up to four models side by side. */
export function ChatModels({ models, onChange }: { models: readonly string[]; onChange: (models: string[]) => void }) {
  const [typed, setTyped] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const slug = typed.trim();
    if (slug === '' || models.includes(slug)) return;
    onChange([...models, slug]);
    setTyped('');
  };
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2">
      {models.map((model) => (
        <span key={model} className="inline-flex h-8 max-w-64 items-center gap-1 rounded-md border border-line bg-sunken pr-1 pl-2.5">
          <code className="truncate">{model}</code>
          <IconButton size="sm" label={`Take ${model} out`} icon={<X size={12} aria-hidden />} onClick={() => onChange(models.filter((other) => other !== model))} />
        </span>
      ))}
      {models.length < MOST_MODELS && (
        <form onSubmit={add} className="flex min-w-0 items-center gap-1">
          <ModelPicker label="Add a model" value={typed} onChange={setTyped} className="w-52" />
          <IconButton type="submit" label="Add the model" variant="secondary" icon={<Plus size={14} aria-hidden />} disabled={typed.trim() === ''} />
        </form>
      )}
    </div>
  );
}
