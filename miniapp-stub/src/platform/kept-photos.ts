// Pictures of drafts in the browser's own database: an object URL ends with the page, the picture must not.

const NAME = 'gridbell'
const STORE = 'photos'

export async function keep(id: string, picture: Blob): Promise<void> {
  await run('readwrite', (store) => store.put(picture, id))
}

export async function find(id: string): Promise<Blob | undefined> {
  return (await run('readonly', (store) => store.get(id))) as Blob | undefined
}

export async function drop(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id))
}

function run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => {
        database.close()
        resolve(request.result)
      }
      transaction.onerror = () => reject(transaction.error)
    }
  })
}
