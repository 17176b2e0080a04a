import { type PageProps, shown, titled } from '../shown'
import { view } from './view'

export const generateMetadata = () => titled('saturation')

export default async function Page(props: PageProps) {
  return shown('saturation', view, props)
}
