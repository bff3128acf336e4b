// Answers: where is the last session kept, between two visits of this browser? In its IndexedDB, one record a dataset; nowhere else.
const DATABASE = "entente";
const VERSION = 1;
const STORE = "sessions";

export interface SavedSession {
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Every promise rejects where the browser keeps nothing: in some private windows, without room, or when told not to. */
export interface SavedSessions {
  readonly find: (datasetId: string) => Promise<SavedSession | undefined>;
  readonly keep: (datasetId: string, session: SavedSession) => Promise<void>;
}

/** The database is opened with the first need and stays open; after a failure it is tried again. */
export function createSavedSessions(): SavedSessions {
  let opened: Promise<IDBDatabase> | undefined;

  function database(): Promise<IDBDatabase> {
    opened ??= openDatabase(() => {
      opened = undefined;
    });
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  }

  return {
    async find(datasetId) {
      const request = (await database()).transaction(STORE).objectStore(STORE).get(datasetId);
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(isSavedSession(request.result) ? request.result : undefined);
        request.onerror = () => reject(request.error);
      });
    },
    async keep(datasetId, session) {
      const transaction = (await database()).transaction(STORE, "readwrite");
      transaction.objectStore(STORE).put(session, datasetId);
      // Now, not when the answer has come: a page that is being left gets no answer, and what is not committed is undone.
      transaction.commit();
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    },
  };
}

/** `onGone`: the connection was closed, by the browser or for a page that needs a newer database. */
function openDatabase(onGone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another page holds the database"));
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onGone;
      database.onversionchange = () => {
        database.close();
        onGone();
      };
      resolve(database);
    };
  });
}

function isSavedSession(value: unknown): value is SavedSession {
  const { link, savedAt } = (value ?? {}) as Partial<Record<keyof SavedSession, unknown>>;
  return typeof link === "string" && Number.isFinite(savedAt);
}
