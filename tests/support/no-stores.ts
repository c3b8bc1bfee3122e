import './indexeddb';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';

/** Where files of tests share a process, each begins without a store, whatever those before it left. */
Dexie.dependencies.indexedDB = new IDBFactory();
