import { useTranslations } from 'next-intl'

/** A figure as it will be printed; its title and caption are part of it. What does not fit scrolls in the figure, not on the page. */
export function FigureFrame({ src, alt }: { src: string; alt: string }) {
  const t = useTranslations('figures')
  return (
    <figure
      style={{ margin: '24px 0 0', overflowX: 'auto' }}
      aria-label={t('figure')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {/* biome-ignore lint/performance/noImgElement: an SVG made for this request has nothing to optimise */}
      <img src={src} alt={alt} style={{ display: 'block', background: 'white', maxWidth: '100%' }} />
    </figure>
  )
}
