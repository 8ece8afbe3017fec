import { useQuery } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../app/format';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { usersQuery } from '../features/govern/queries';
import { UserForm } from '../features/govern/workspaces/UserForm';
import { UserTable } from '../features/govern/workspaces/UserTable';

/** Who can sign in. */
export function OrganizationPage() {
  const users = useQuery(usersQuery);
  const [isMaking, setIsMaking] = useState(false);
  const make = (
    <Button variant="primary" icon={<UserPlus size={14} aria-hidden />} onClick={() => setIsMaking(true)}>
      New user
    </Button>
  );
  return (
    <>
      <PageHeader title="Members" meta={users.data && formatCount(users.data.length)} actions={make} />
      <PageBody>
        <Section title="Users of the organization">
          <Loaded what="users" query={users}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState icon={<Users size={24} aria-hidden />} title="No users yet" action={make}>
                  Users come by themselves when they first sign in through an identity provider, or from its directory. Until then whoever has a management key is the operator.
                </EmptyState>
              ) : (
                <UserTable users={all} />
              )
            }
          </Loaded>
        </Section>
      </PageBody>
      {isMaking && <UserForm of={null} onClose={() => setIsMaking(false)} />}
    </>
  );
}
