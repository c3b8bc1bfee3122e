import { config } from 'zod';

// Imported first: without it zod tries `new Function`, which the extension's content security policy reports.
config({ jitless: true });
