import { useQuery } from '@tanstack/react-query';
import { Select } from '../../components/Select';
import { workspacesQuery } from './queries';

interface WorkspaceSelectProps {
  value: string;
  onChange: (workspace: string) => void;
}

/** Which workspace a page is about; the address has its slug. */
export function WorkspaceSelect({ value, onChange }: WorkspaceSelectProps) {
  const { data } = useQuery(workspacesQuery);
  const options = (data ?? []).map(({ slug, name }) => ({ value: slug, label: name }));
  if (!options.some((option) => option.value === value)) options.unshift({ value, label: value });
  return <Select aria-label="Workspace" className="max-w-52" value={value} onChange={(event) => onChange(event.target.value)} options={options} />;
}
