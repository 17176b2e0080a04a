import { type PageProps, shown, titled } from '../shown'
import { view } from './view'

export const generateMetadata = () => titled('words')

export default async function Page(props: PageProps) {
  return shown('words', view, props)
}
