import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { SettingRecord, SettingsResponse } from '../../../api/contract';

export const settingsQuery = queryOptions({
  queryKey: ['govern', 'settings'],
  queryFn: ({ signal }) => api<SettingsResponse>('/api/weir/settings', { signal }),
});

/** Settings by their section of the file, in the order they come in. */
export function sectionsOf(settings: readonly SettingRecord[]): [string, SettingRecord[]][] {
  const sections = new Map<string, SettingRecord[]>();
  for (const setting of settings) {
    const section = setting.key.includes('.') ? (setting.key.split('.')[0] ?? '') : 'server';
    sections.set(section, [...(sections.get(section) ?? []), setting]);
  }
  return [...sections];
}
