import { useQuery } from '@tanstack/react-query';
import { KeySquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { ProviderKeyForm } from '../features/govern/byok/ProviderKeyForm';
import { ProviderKeyTable } from '../features/govern/byok/ProviderKeyTable';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { providerKeysQuery } from '../features/govern/queries';

/** Provider credentials of one's own. */
export function ByokPage() {
  const keys = useQuery(providerKeysQuery);
  const [isMaking, setIsMaking] = useState(false);
  const make = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsMaking(true)}>
      New credential
    </Button>
  );
  return (
    <>
      <PageHeader title="Provider keys" documentTitle="Provider keys (BYOK)" actions={make} />
      <PageBody>
        <Section title="Credentials of your own" aside={<span className="hidden text-xs text-subtle sm:block">tried from the top, fallbacks last</span>}>
          <Loaded what="credentials" query={keys}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState icon={<KeySquare size={24} aria-hidden />} title="No credentials stored" action={make}>
                  With a credential of your own a provider bills you, and this server charges its fee alone. It can be for one workspace, some models, or as a fallback.
                </EmptyState>
              ) : (
                <ProviderKeyTable keys={all} />
              )
            }
          </Loaded>
        </Section>
      </PageBody>
      {isMaking && <ProviderKeyForm of={null} onClose={() => setIsMaking(false)} />}
    </>
  );
}
