import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { ConfigState } from '../features/govern/settings/ConfigState';
import { SettingList } from '../features/govern/settings/SettingList';
import { sectionsOf, settingsQuery } from '../features/govern/settings/settings';

/** What is in force of weir.json. It is a file, and read here only. */
export function SettingsPage() {
  const settings = useQuery(settingsQuery);
  return (
    <>
      <PageHeader title="Settings" meta="read from weir.json" />
      <PageBody>
        <Loaded what="settings" query={settings}>
          {({ data, file }) => (
            <>
              <ConfigState file={file} />
              <div className="gap-5 xl:columns-2">
                {sectionsOf(data).map(([name, all]) => (
                  <Section key={name} title={name} className="mb-5 break-inside-avoid">
                    <SettingList name={name} settings={all} />
                  </Section>
                ))}
              </div>
              <p className="text-xs text-subtle">Credentials are never shown. A person signs in, calls models and manages keys with what is on the other pages; this page is for whoever runs the server.</p>
            </>
          )}
        </Loaded>
      </PageBody>
    </>
  );
}
