import { useTranslations } from 'next-intl'

/** The figure of the same numbers, as it will be printed. Its table above says the same in words and numbers. */
export function FrequencyFigure({ src }: { src: string }) {
  const t = useTranslations('frequencies')
  return (
    <figure style={{ margin: '24px 0 0', overflowX: 'auto' }} aria-label={t('figure')}>
      {/* biome-ignore lint/performance/noImgElement: an SVG made for this request has nothing to optimise */}
      <img src={src} alt={t('figureAlt')} style={{ display: 'block', background: 'white', maxWidth: '100%' }} />
    </figure>
  )
}
