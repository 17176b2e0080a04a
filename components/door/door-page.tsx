import { Container, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The narrow page in front of the house. */
export function DoorPage(props: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Container component="main" size={420} py={72}>
      <Text fw={600} c="dimmed" mb="lg">
        Interlinear
      </Text>
      <Title order={1} mb="sm">
        {props.title}
      </Title>
      {props.text ? <Text mb="lg">{props.text}</Text> : null}
      {props.children}
    </Container>
  )
}
