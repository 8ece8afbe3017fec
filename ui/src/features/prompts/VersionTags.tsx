import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Tag, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { Button } from '../../components/Button';
import { ErrorState } from '../../components/ErrorState';
import { IconButton } from '../../components/IconButton';
import { Input } from '../../components/Input';
import { promptTagsQuery } from './queries';

/** The tags of a version, to be set and taken off. A tag is at one version of a prompt at a time. */
export function VersionTags({ versionId }: { versionId: string }) {
  const client = useQueryClient();
  const tags = useQuery(promptTagsQuery(versionId));
  const [typed, setTyped] = useState('');
  const path = `/v1/prompt_versions/${encodeURIComponent(versionId)}/tags`;
  const change = useMutation({
    mutationFn: ({ name, isOn }: { name: string; isOn: boolean }) =>
      isOn ? api(path, { method: 'POST', body: { name } }) : api(`${path}/${encodeURIComponent(name)}`, { method: 'DELETE' }),
    onSuccess: () => {
      setTyped('');
      // it has left the version that had it
      void client.invalidateQueries({ queryKey: ['prompt-tags'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') change.mutate({ name: typed.trim(), isOn: true });
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        {(tags.data ?? []).map(({ id, name }) => (
          <span key={id} className="inline-flex h-6 items-center gap-1 rounded-sm bg-accent-soft pl-2 text-xs font-medium text-accent">
            <Tag size={11} aria-hidden /> {name}
            <IconButton size="sm" label={`Take ${name} off`} icon={<X size={11} aria-hidden />} onClick={() => change.mutate({ name, isOn: false })} />
          </span>
        ))}
        <form onSubmit={submit} className="flex items-center gap-1.5">
          <Input aria-label="New tag" className="w-36" placeholder="production" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          <Button type="submit" loading={change.isPending} disabled={typed.trim() === ''}>
            Tag it
          </Button>
        </form>
      </div>
      {change.isError && (
        <div className="mt-2">
          <ErrorState inline title="The tag could not be changed" error={change.error} />
        </div>
      )}
    </div>
  );
}
