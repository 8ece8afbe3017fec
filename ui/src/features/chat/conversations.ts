import type { Conversation } from './types';

const DATABASE = 'weir.chat';
const STORE = 'conversations';
/** The one that was not touched the longest goes. */
export const MOST_CONVERSATIONS = 200;

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('updatedAt', 'updatedAt'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => {
      opened = undefined;
      reject(request.error ?? new Error('The browser opens no database.'));
    });
  });
  return opened;
}

async function run<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    const fail = () => reject(transaction.error ?? new Error('The browser did not keep it.'));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
}

/** Those of this browser, the last one first. */
export async function readConversations(): Promise<Conversation[]> {
  const all = await run<Conversation[]>('readonly', (store) => store.index('updatedAt').getAll());
  return all.toReversed();
}

export async function keepConversation(conversation: Conversation): Promise<void> {
  await run('readwrite', (store) => store.put(conversation));
  const all = await readConversations();
  for (const { id } of all.slice(MOST_CONVERSATIONS)) await forgetConversation(id);
}

export async function forgetConversation(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
}
