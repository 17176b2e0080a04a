import { expect, it } from 'vitest'
import { isLitter, nameOfFile } from './preview'

it('an interview is named after its file, without folders and ending', () => {
  expect(nameOfFile('study/2016/RB-017.docx')).toBe('RB-017')
  expect(nameOfFile('C:\\data\\Интервью  3.txt')).toBe('Интервью 3')
  expect(nameOfFile('А.Дж. 12.05.docx')).toBe('А.Дж. 12.05')
  expect(nameOfFile('no ending')).toBe('no ending')
})

it('what systems leave in folders is no transcript', () => {
  for (const file of ['a/.DS_Store', '~$RB-017.docx', 'Thumbs.db', 'a/desktop.ini'])
    expect(isLitter(file), file).toBe(true)
  expect(isLitter('a/RB-017.docx')).toBe(false)
})
