/** A Chromium to test with: its path, or undefined for the one that Playwright brings. */
export function browser(): Promise<string | undefined>
