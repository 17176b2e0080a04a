import { type PageProps, shown, titled } from '../shown'
import { view } from './view'

export const generateMetadata = () => titled('sequence')

export default async function Page(props: PageProps) {
  return shown('sequence', view, props)
}
