import '@/lib/api/jitless';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Scope, serveWorker } from './serve';

/** The dedicated worker of a page: its name is that of the database. It has no API of extensions, and needs none. */
export default defineUnlistedScript(() => serveWorker(self as unknown as Scope));
