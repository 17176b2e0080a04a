/** What a person at the terminal caused: printed without a stack, exit 1. */
export class Refused extends Error {}
