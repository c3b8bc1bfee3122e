import { configure } from '@testing-library/preact';

/** What is waited for comes within a second on a machine that does nothing else; what never comes fails later. */
configure({ asyncUtilTimeout: 10_000 });
