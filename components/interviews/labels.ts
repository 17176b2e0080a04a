'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { builtIn, type Column } from '@/core/interviews/table'
import { languageName } from '@/core/text/language-name'

/** A language by its name in the reader's language; the tag itself when it has none. */
export function useLanguageName(): (tag: string) => string {
  const locale = useLocale()
  return (tag) => languageName(tag, locale)
}

/** How columns and their values are called on the screen. */
export function useLabels() {
  const t = useTranslations('interviews')
  const format = useFormatter()
  const language = useLanguageName()
  return {
    heading: (column: Column) => {
      const own = builtIn.find((id) => id === column.id)
      return own && !column.variable ? t(`column.${own}`) : (column.variable?.name ?? '')
    },
    value: (column: Column, value: string) => {
      if (column.variable) return value
      if (column.id === 'language') return language(value)
      return column.kind === 'number' ? format.number(Number(value)) : value
    },
  }
}
