/** How Chromium starts on a machine without a screen; it is never downloaded. */
export const chromiumOnThisMachine = {
  executablePath: process.env.ODDIYA_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
