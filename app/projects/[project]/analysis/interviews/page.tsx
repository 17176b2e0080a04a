import { type PageProps, shown, titled } from '../shown'
import { view } from './view'

export const generateMetadata = () => titled('interviews')

export default async function Page(props: PageProps) {
  return shown('interviews', view, props)
}
