import { useQuery } from '@tanstack/react-query';
import { Bell, Send } from 'lucide-react';
import { Badge } from '../components/Badge';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { NoticeTable } from '../features/govern/notifications/NoticeTable';
import { notificationsQuery } from '../features/govern/queries';
import { useChange } from '../features/govern/useChange';

/** What operators were told of, and whether it arrived. */
export function NotificationsPage() {
  const notifications = useQuery(notificationsQuery);
  const test = useChange('/api/weir/notifications/test', 'POST');
  const resume = useChange('/api/weir/notifications/resume', 'POST');
  const channels = notifications.data?.channels ?? [];
  const error = test.error ?? resume.error;
  return (
    <>
      <PageHeader
        title="Notifications"
        meta={channels.map((channel) => (
          <Badge key={channel}>{channel}</Badge>
        ))}
        actions={
          channels.length > 0 && (
            <Button icon={<Send size={14} aria-hidden />} loading={test.isPending} onClick={() => test.mutate()}>
              Send a test
            </Button>
          )
        }
      />
      <PageBody>
        {error && <ErrorState inline title="That did not work" error={error} />}
        {notifications.data?.webhook_disabled && (
          <div role="status" className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-warning-soft px-4 py-3 text-warning">
            <span>The webhook failed too often and is left alone. Notices wait for it.</span>
            <Button size="sm" loading={resume.isPending} onClick={() => resume.mutate()}>
              Try it again
            </Button>
          </div>
        )}
        <Section title="Notices">
          <Loaded what="notices" query={notifications}>
            {({ data }) =>
              data.length === 0 ? (
                <EmptyState icon={<Bell size={24} aria-hidden />} title={channels.length === 0 ? 'No channel is configured' : 'Nothing to tell yet'}>
                  {channels.length === 0 ? (
                    <>
                      Say in <code>weir.json</code> under <code>notifications</code> where notices go, by webhook or by mail: when a key or a workspace has used up 80 % or all of its limit, and when the balance
                      is low.
                    </>
                  ) : (
                    'Operators are told when a key or a workspace has used up 80 % or all of its limit, and when the balance is low.'
                  )}
                </EmptyState>
              ) : (
                <NoticeTable deliveries={data} />
              )
            }
          </Loaded>
        </Section>
      </PageBody>
    </>
  );
}
