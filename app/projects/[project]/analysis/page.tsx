// The first of them. No redirect: links to here are read ahead, and what is read ahead cannot lead elsewhere.
export { default, generateMetadata } from './co-occurrence/page'
