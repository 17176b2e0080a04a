'use client'

import { useRouter } from 'next/navigation'
import { ImportCodebook } from '@/components/codebook/import-codebook'
import { takeCodebook, takeCodebookBack } from './actions'

/** Gives the import of a codebook its actions and its way back. */
export function Incoming({ project, accept }: { project: string; accept: string }) {
  const router = useRouter()
  const codebook = `/projects/${project}/codebook`
  return (
    <ImportCodebook
      accept={accept}
      readHref={`${codebook}/import/read`}
      take={(codes, file) => takeCodebook({ project, file, codes: codes.map((code) => mutable(code)) })}
      takeBack={async (step) => {
        const answer = await takeCodebookBack({ project, step })
        router.refresh()
        return answer
      }}
      done={() => router.push(codebook)}
    />
  )
}

function mutable<C extends { readonly path: readonly string[]; readonly aliases?: readonly string[] | undefined }>(
  code: C,
) {
  return { ...code, path: [...code.path], aliases: code.aliases === undefined ? undefined : [...code.aliases] }
}
