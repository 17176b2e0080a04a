import { authHandler } from '@/auth/session'

const handler = (request: Request, context: unknown) => authHandler()(request, context)

export { handler as GET, handler as POST }
