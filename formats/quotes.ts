import type { QuoteDocument } from '@/core/quotes/document'
import { quotesDocxExporter } from './docx/quotes'
import { quotesHtmlExporter } from './html/quotes'
import { quotesLatexExporter } from './latex/quotes'
import { quotesMarkdownExporter } from './markdown/quotes'
import { quotesCsvExporter, quotesXlsxExporter } from './quote-tables'
import type { Exporter } from './reading'

/** The kinds of file that a quote desk is written as; all have the same in them. */
export const quoteExporters: readonly Exporter<QuoteDocument>[] = [
  quotesDocxExporter,
  quotesXlsxExporter,
  quotesCsvExporter,
  quotesHtmlExporter,
  quotesMarkdownExporter,
  quotesLatexExporter,
]
