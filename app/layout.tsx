import './global.css'
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { theme } from '@/components/shell/theme'

export const metadata: Metadata = { title: { default: 'Interlinear', template: '%s · Interlinear' } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <html lang={await getLocale()} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <MantineProvider
          theme={{
            ...theme,
            components: { ...theme.components, CloseButton: { defaultProps: { 'aria-label': t('close') } } },
          }}
          defaultColorScheme="auto"
        >
          <NextIntlClientProvider>
            <ModalsProvider>
              <Notifications position="bottom-left" />
              {children}
            </ModalsProvider>
          </NextIntlClientProvider>
        </MantineProvider>
      </body>
    </html>
  )
}
