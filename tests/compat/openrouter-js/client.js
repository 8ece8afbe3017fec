import { OpenRouter } from '@openrouter/sdk';
import { key, managementKey, url } from '../routed/client.mjs';

const serverURL = `${url}/api/v1`;

// Its own retries go on for an hour.
const retryConfig = { strategy: 'none' };

export const client = new OpenRouter({ apiKey: key, serverURL, retryConfig });
export const manager = new OpenRouter({ apiKey: managementKey, serverURL, retryConfig });
export const stranger = new OpenRouter({ apiKey: 'sk-or-v1-wrong', serverURL, retryConfig });

/** The items of every page of a list, at most so many pages. */
export async function itemsOf(pages, most = 20) {
  const items = [];
  for await (const page of await pages) {
    items.push(...(page.result ?? page).data);
    if (--most === 0) {
      break;
    }
  }

  return items;
}
