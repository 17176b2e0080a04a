import { taken } from '../../shown'
import { view } from '../view'

/** The data as CSV or XLSX, a figure as SVG; the same search params as the page. */
export async function GET(request: Request, at: { params: Promise<{ project: string }> }) {
  return taken('words', view, request, at)
}
