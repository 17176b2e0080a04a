import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['better-sqlite3', 'iconv-lite', 'linkedom', 'unpdf'],
  // Types are checked by `npm run types`; the native compiler has no API for Next to call.
  typescript: { ignoreBuildErrors: true },
  // A corrected text travels whole: 300,000 Cyrillic letters are 600 kB.
  experimental: {
    serverActions: { bodySizeLimit: '12mb' },
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
}

export default createNextIntlPlugin('./app/language.ts')(config)
