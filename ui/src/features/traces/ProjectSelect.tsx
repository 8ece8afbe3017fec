import { useQuery } from '@tanstack/react-query';
import { Select } from '../../components/Select';
import { projectsQuery } from './queries';

/** Projects appear with their first span. */
const PROJECTS_MS = 60_000;

interface ProjectSelectProps {
  /** A name; null is all of them. */
  project: string | null;
  onChange: (project: string | null) => void;
  /** Whether all of them can be chosen. */
  hasAll?: boolean;
}

/** Chooses a project, or all. */
export function ProjectSelect({ project, onChange, hasAll = true }: ProjectSelectProps) {
  const projects = useQuery({ ...projectsQuery, refetchInterval: PROJECTS_MS });
  const names = (projects.data ?? []).map(({ name }) => name);
  // a project of the address that is not there (any more) is still what is filtered by
  if (project !== null && !names.includes(project)) names.push(project);
  return (
    <Select
      aria-label="Project"
      className="max-w-52"
      value={project ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      options={[...(hasAll ? [{ value: '', label: 'All projects' }] : []), ...names.map((name) => ({ value: name, label: name }))]}
    />
  );
}
