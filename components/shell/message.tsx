import { Anchor, Container, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A page that has only something to say. */
export function Message(props: { title: string; text: string; href: string; link: string; children?: ReactNode }) {
  return (
    <Container size={480} py={80}>
      <Title order={1} mb="sm">
        {props.title}
      </Title>
      <Text mb="md">{props.text}</Text>
      {props.children}
      <Anchor href={props.href}>{props.link}</Anchor>
    </Container>
  )
}
