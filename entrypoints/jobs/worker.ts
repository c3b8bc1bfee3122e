import '@/lib/api/jitless';
import { type Scope, serveWorker } from './serve';

/** The dedicated worker of a page: its name is that of the database. It has no API of extensions, and needs none. */
serveWorker(self as unknown as Scope);
