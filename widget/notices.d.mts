import type { Plugin } from 'vite';

/** The libraries that went into what is built with `plugin`, and the notices that their licences ask for. */
export function collectNotices(): { plugin: Plugin; text(): string };
