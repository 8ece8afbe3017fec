import { useQuery } from '@tanstack/react-query';
import { usersQuery, workspacesQuery } from './queries';

/** A workspace as people know it; its id while nobody knows it. */
export function WorkspaceName({ id }: { id: string }) {
  const { data } = useQuery(workspacesQuery);
  return data?.find((workspace) => workspace.id === id)?.name ?? <code>{id.slice(0, 8)}</code>;
}

/** A user's address. */
export function UserName({ id }: { id: string }) {
  const { data } = useQuery(usersQuery);
  return data?.find((user) => user.id === id)?.email ?? <code>{id}</code>;
}
