import { expect, test } from 'vitest'
import { languageOf } from './language'

test.each([
  ['Расскажите, пожалуйста, как вы сюда приехали и что вы здесь делаете?', 'ru'],
  ['Розкажіть, будь ласка, як ви сюди приїхали і що ви тут робите, це було так?', 'uk'],
  ['Я жыву ў Віцебску, гэта добры горад, і людзі ў ім добрыя', 'be'],
  ['Мен Қостанайда тұрамын, бұл жақсы қала және адамдар да жақсы', 'kk'],
  ['So tell me how you came here, and what it is that you do.', 'en'],
  ['Nie wiem, ale to jest tak, że się nie da, i już', 'pl'],
  ['Pues no sé qué decir, pero es muy importante para los de aquí', 'es'],
  ['Doncs això és el que hi ha, però no sé com dir-ho amb les paraules', 'ca'],
  ['Ich weiß es nicht, aber das ist gut so, und wir sind da', 'de'],
  ['Je ne sais pas, mais c’est bien pour nous et dans la ville', 'fr'],
  ['今日は、私たちの仕事について話します。', 'ja'],
  ['各位早上好！今天我想聊聊我们的工作。', 'zh'],
  ['안녕하세요 저는 학생입니다', 'ko'],
  ['مرحبا كيف حالك اليوم', 'ar'],
  ['', ''],
  ['12:30 — 45', ''],
])('%s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})
