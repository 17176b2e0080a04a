import { type PageProps, shown, titled } from '../shown'
import { view } from './view'

export const generateMetadata = () => titled('timeline')

export default async function Page(props: PageProps) {
  return shown('timeline', view, props)
}
