/** The regions of the study by their English names: those of the Russian-Belarusian border first, then those of the Russian-Kazakhstan one. */
export const regionNames = [
  ...(['Pskov', 'Smolensk', 'Bryansk', 'Vitebsk', 'Mogilev', 'Gomel'] as const),
  ...(['Astrakhan', 'Volgograd', 'Saratov', 'Samara', 'Orenburg', 'Chelyabinsk', 'Kurgan', 'Tyumen', 'Omsk'] as const),
  ...(['Novosibirsk', 'Altai Krai', 'Altai Republic'] as const),
  ...(['Atyrau', 'West Kazakhstan', 'Aktobe', 'Kostanay', 'North Kazakhstan', 'Pavlodar', 'East Kazakhstan'] as const),
] as const
