import { redirect } from 'next/navigation'
import { requireAccount } from './access'

export default async function Home() {
  await requireAccount()
  redirect('/projects')
}
