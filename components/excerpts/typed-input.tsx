'use client'

import { type ChangeEvent, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'

type Input = {
  value: string
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** An input whose words count when they are all there: at Enter, or when it is left. */
export function TypedInput(props: {
  value: string
  done: (value: string) => void
  children: (input: Input) => ReactNode
}) {
  const [typed, setTyped] = useState(props.value)
  useEffect(() => setTyped(props.value), [props.value])
  const finish = () => {
    if (typed !== props.value) props.done(typed)
  }
  return props.children({
    value: typed,
    onChange: (event) => setTyped(event.currentTarget.value),
    onBlur: finish,
    onKeyDown: (event) => {
      if (event.key === 'Enter') finish()
    },
  })
}
