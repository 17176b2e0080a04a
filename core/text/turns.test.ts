import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabelStyle } from './labels/style'
import { findTurns } from './turns'

/** Who said what when, as a list that reads like the transcript. */
function heard(text: string, labels: LabelStyle = 'auto') {
  const found = findTurns(text, labels)
  return found.turns.map((turn) => {
    const name = turn.speaker === null ? null : (found.speakers[turn.speaker]?.name ?? null)
    return [name, text.slice(turn.said, turn.end), turn.time]
  })
}

const speakers = (text: string, labels: LabelStyle = 'auto') => findTurns(text, labels).speakers.map(({ name }) => name)
const roles = (text: string) => Object.fromEntries(findTurns(text).speakers.map(({ name, role }) => [name, role]))

describe('labels', () => {
  test('a label with a colon begins a turn, and paragraphs without one go on', () => {
    expect(heard('Интервьюер: Как дела?\nАнна: Хорошо.\nОчень.\n\nИнтервьюер: А брат?\nАнна: Тоже.')).toEqual([
      ['Интервьюер', 'Как дела?', null],
      ['Анна', 'Хорошо.\nОчень.', null],
      ['Интервьюер', 'А брат?', null],
      ['Анна', 'Тоже.', null],
    ])
  })

  test('the label may stand alone on its line, with blanks after the colon', () => {
    expect(heard('Researcher 1:  \nWhy?\nParticipant:\nWell.\nResearcher 1:  \nSo?\nParticipant:\nSo.')).toEqual([
      ['Researcher 1', 'Why?', null],
      ['Participant', 'Well.', null],
      ['Researcher 1', 'So?', null],
      ['Participant', 'So.', null],
    ])
  })

  test.each([
    ['initials', 'И: Да?\nР: Да.\nИ: Нет?\nР: Нет.'],
    ['question and answer', 'Вопрос: Да?\nОтвет: Да.\nВопрос: Нет?\nОтвет: Нет.'],
    ['capitals', 'STALLMAN: Hi.\nQUESTION: Hello?\nSTALLMAN: Yes.\nQUESTION: And?'],
    ['bold', '**Ann Lee:** Hi.\n\n**Bob Ray:** Hello.\n\n**Ann Lee:** Yes.\n\n**Bob Ray:** And?'],
    ['bold, colon outside', '**Ann Lee**: Hi.\n\n**Bob Ray**: Hello.\n\n**Ann Lee**: Yes.\n\n**Bob Ray**: And?'],
    ['CHAT', '*INV:\twhat is it ?\n*PAR:\ta boat .\n*INV:\tand this ?\n*PAR:\ta fish .'],
    ['full width', '甲：你好。\n乙：你好。\n甲：今天好吗？\n乙：很好。'],
    ['right to left', '\u200fBYTE: مرحبا\n\u200fStallman: نعم\n\u200fBYTE: كيف؟\n\u200fStallman: هكذا'],
    ['paragraph numbers', '1  Dan: Yes?\n2  Participant: Yes.\n3  Dan: No?\n4  Participant: No.'],
  ])('two speakers are found by %s', (_, text) => {
    const found = findTurns(text)
    expect(found.speakers).toHaveLength(2)
    expect(found.turns.map((turn) => turn.speaker)).toEqual([0, 1, 0, 1])
  })

  test('a full stop ends a label where the same names come again and again, but not after yes and no', () => {
    const text =
      'Ричард. Поднимите, пожалуйста, руки.\nАудитория. [неразборчиво]\nРичард. Так.\nЭто вопрос.\nАудитория. Вопрос.\nРичард. Да. Нет.\nАудитория. Всё.'
    expect(speakers(text)).toEqual(['Ричард', 'Аудитория'])
    expect(findTurns(text).labels).toBe('full-stop')
    expect(speakers('Да. Конечно.\nНет. Потом.\nДа. Так.\nНет. Нет.\nДа. И что?\nНет. Всё.')).toEqual([])
  })

  test('a name alone on its line is a label when it takes turns with another', () => {
    const text = ['А.Дж. ', 'Так?', 'Р.С. ', 'Так.', 'А.Дж. ', 'Yes?', 'Р.С. ', 'Р.С. ', 'Да.', 'А.Дж. ', 'Пока.'].join(
      '\n',
    )
    expect(speakers(text)).toEqual(['А.Дж.', 'Р.С.'])
    expect(speakers('Yeah.\nSo it was.\nYeah.\nAnd then.\nYeah.\nThe end.\nYeah.\nOh.')).toEqual([])
  })

  test('a label that changes after the first turn is one speaker', () => {
    const text = 'Stephan Livera (SL): Hi.\n\nMichael Flaxman (MF): Hi.\n\nSL: So?\n\nMF: So.\n\nSL: And?\n\nMF: And.'
    expect(speakers(text)).toEqual(['Stephan Livera (SL)', 'Michael Flaxman (MF)'])
    const initials = [
      'Алекс Джонс',
      'Так?',
      'Р.С.',
      'Так.',
      'А.Дж.',
      'Да?',
      'Р.С.',
      'Да.',
      'А.Дж.',
      'Нет?',
      'Р.С.',
      'Нет.',
    ]
    expect(speakers(initials.join('\n'))).toEqual(['Алекс Джонс (А.Дж.)', 'Р.С.'])
  })

  test('what has a colon and is no label stays text', () => {
    const text =
      'Ана: Вот что.\nhttps://example.org/a\nСвойства хороших денег: редкость.\nНо иногда мне говорили: нет.\nБорис: Да.\nАна: В 10:30 пришли.\nБорис: Ясно.\nАна: Всё.'
    expect(speakers(text)).toEqual(['Ана', 'Борис'])
  })

  test('the fields of a head are said by nobody, and a name that is talked about may speak once', () => {
    const text =
      'Интервьюер: Петров И. И.\nРеспондент: Анна, 45 лет\nДата: 3 мая\n\nИ: Кто пришёл?\nА: Пришла Вера.\nИ: Правда, Вера?\nВера: Я на минуту.\nА: Вот.\nИ: Спасибо.'
    expect(speakers(text)).toEqual(['И', 'А', 'Вера'])
    expect(findTurns(text).turns[0]?.speaker).toBe(null)
  })

  test('front matter, headings and the first lines are said by nobody, and a heading does not end a turn', () => {
    const text =
      '---\ntitle: X\ndate: 2016\n---\n12-May-2023 - 10:36 - 1h09m31s - Ana\n# Intro\nA: One?\nB: Two.\n# More\nThree.\nA: Four?\nB: Five.\nA: Six?'
    expect(heard(text).filter(([name]) => name !== null)).toEqual([
      ['A', 'One?', null],
      ['B', 'Two.', null],
      ['B', 'Three.', null],
      ['A', 'Four?', null],
      ['B', 'Five.', null],
      ['A', 'Six?', null],
    ])
  })

  test('without labels every paragraph is a turn of nobody: a block between blank lines, else a line', () => {
    expect(heard('Раз.\nЕщё.\n\nДва.\nЕщё.')).toEqual([
      [null, 'Раз.\nЕщё.', null],
      [null, 'Два.\nЕщё.', null],
    ])
    expect(
      heard('- Reads the title.\n- Opens the list.\n- Closes it.\n- Reads.\n- Ends.').map(([, said]) => said),
    ).toHaveLength(5)
  })

  test('the rows of a table with a column of speakers are turns, and a text in the last cell may have several lines', () => {
    const text =
      'TimeStamp\tTurn\tSpeaker\tSentence\n0:05\t1\tT\tGood morning!\n\t1\tT\tAwake?\nYes?\n0:09\t2\tMeredith\tYeah.'
    expect(heard(text)).toEqual([
      [null, 'TimeStamp\tTurn\tSpeaker\tSentence', null],
      ['T', 'Good morning!', 5],
      ['T', 'Awake?\nYes?', null],
      ['Meredith', 'Yeah.', 9],
    ])
  })
})

describe('correcting how speakers are marked', () => {
  test('a style that was asked for needs less evidence than one that is guessed', () => {
    expect(speakers('Да, Анна.\nАнна\nВот.\nПётр Ильич\nТак.\nАнна\nИ всё. Конец.\nЕщё слово.', 'own-line')).toEqual([
      'Анна',
      'Пётр Ильич',
    ])
    expect(heard('— Да?\n— Нет.\nСовсем.', 'dash')).toEqual([
      [null, 'Да?', null],
      [null, 'Нет.\nСовсем.', null],
    ])
    expect(speakers('И: Да?\nР: Да.\nИ: Нет?\nР: Нет.', 'paragraphs')).toEqual([])
  })

  test('labels that a person lists are taken in whatever form they stand, and no others', () => {
    const text = 'вася — Привет.\nМаша] Да.\nКто: то.\nВася: Пока.'
    expect(heard(text, { labels: ['Вася', 'маша:'] })).toEqual([
      ['вася', 'Привет.', null],
      ['Маша', 'Да.\nКто: то.', null],
      ['вася', 'Пока.', null],
    ])
  })
})

describe('time', () => {
  test.each([
    ['before the label', '[00:40] A: One?\n[01:02:03] B: Two.\n[01:10:00] A: Three?', [40, 3723, 4200]],
    [
      'on its own line',
      '[00:40]\nРС\nРаз.\n[01:40]\nКХ\nДва.\n[02:40]\nРС\nТри.\n[03:00]\nКХ\nЧетыре.\n[04:00]\nРС\nПять.',
      [40, 100, 160, 180, 240],
    ],
    ['after the name', 'Max Hill: 00:00:01\nHi.\nSam Men: 00:01:26\nHi.\nMax Hill: 00:02:00\nBye.', [1, 86, 120]],
    ['in brackets after the colon', 'Ann: (09:51)\nHi.\nBob: (10:00)\nHi.\nAnn: (11:00)\nBye.', [591, 600, 660]],
    ['Otter', 'Ann Lee  0:03\nHi.\n\nBob Ray  0:10\nHi.\n\nAnn Lee  1:00:00\nBye.', [3, 10, 3600]],
    ['in braces', '{00:01:02} A: One?\n{00:02:02} B: Two.\n{00:03:02} A: Three?', [62, 122, 182]],
    [
      'escaped after a bold label',
      '**A Bee:** \\[01:00\\] Hi.\n\n**Break:** \\[\\\\00:01:08.15\\]\n\n**A Bee:** Bye.',
      [60, 68, null],
    ],
    [
      'of a mission',
      '[-00:00:00:03]\n_page : 148\n_tape : \nCC: 3\n\n[00:01:00:07]\nP: Roger.\n\n[001:00:00:00]\nCC: Hi.',
      [-3, 3607, 86400],
    ],
    ['at the end of the turn before', 'A: One? #00:01:02-3#\nB: Two. #00:02:00-0#\nA: Three?', [null, 62, 120]],
  ])('a time %s is the time of the turn', (_, text, times) => {
    expect(findTurns(text).turns.map(({ time }) => time)).toEqual(times)
    expect(findTurns(text).speakers).toHaveLength(2)
  })

  test('clocks at the beginning of lines make turns only where they are the rule', () => {
    expect(heard('00:00 One.\n00:09 Two.\n00:39 Three.')).toEqual([
      [null, 'One.', 0],
      [null, 'Two.', 9],
      [null, 'Three.', 39],
    ])
    expect(heard('Мы встали рано.\n10:30 утра это было.\nИ пошли.')[1]).toEqual([null, '10:30 утра это было.', null])
  })
})

describe('roles', () => {
  test('labels that name a role decide it, in several languages', () => {
    expect(roles('Интервьюер: a\nРеспондент 1 (жен.): b\nИнтервьюер: c\nРеспондент 1 (жен.): d')).toEqual({
      Интервьюер: 'interviewer',
      'Респондент 1 (жен.)': 'respondent',
    })
    expect(roles('В: a\nО: b\nВ: c\nО: d')).toEqual({ В: 'interviewer', О: 'respondent' })
    expect(roles('P: a\nR: b\nP: c\nR: d')).toEqual({ P: 'interviewer', R: 'respondent' })
    expect(roles('PYTANIE: a\nSTALLMAN: b\nPYTANIE: c\nSTALLMAN: d')).toEqual({
      PYTANIE: 'interviewer',
      STALLMAN: 'respondent',
    })
    expect(roles('Аудитория: a\nМодератор: b\nАнна: e\nАудитория: c\nМодератор: d\nАнна: f')).toEqual({
      Аудитория: 'other',
      Модератор: 'interviewer',
      Анна: 'respondent',
    })
  })

  test('where no label names a role, the one who asks and says less is the interviewer', () => {
    const talk = 'Anna: Where do you live?\nBoris: In a town by the river, with my family.\n'.repeat(4)
    expect(roles(talk)).toEqual({ Anna: 'interviewer', Boris: 'respondent' })
    expect(roles('Anna: I live here.\nBoris: In a town by the river.\n'.repeat(4))).toEqual({
      Anna: 'respondent',
      Boris: 'respondent',
    })
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    'И: ',
    'Р:',
    '**A:** ',
    'Anna Lee  0:03',
    'Anna.',
    ' текст',
    '\n',
    '\n\n',
    '[00:40]',
    '#',
    '- ',
    '---\n',
    'А.Дж.',
    '\t',
    '\u00a0',
    '😀',
    '(',
    '\\[',
    '::',
    '00:01',
  )
  const anyText = fc.oneof(
    fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  const style = fc.constantFrom<LabelStyle>(
    'auto',
    'colon',
    'bold',
    'name-time',
    'full-stop',
    'own-line',
    'table',
    'dash',
    'paragraphs',
    { labels: ['И', 'anna'] },
  )

  test('has turns in order that cover it but for white space, with what was said inside', () => {
    fc.assert(
      fc.property(anyText, style, fc.nat(300), (text, labels, body) => {
        const found = findTurns(text, labels, body)
        let before = 0
        for (const turn of found.turns) {
          expect(text.slice(before, turn.start).trim()).toBe('')
          expect(turn.start).toBeLessThan(turn.end)
          expect(turn.said).toBeGreaterThanOrEqual(turn.start)
          expect(turn.said).toBeLessThanOrEqual(turn.end)
          if (turn.speaker !== null) expect(found.speakers[turn.speaker]).toBeDefined()
          before = turn.end
        }
        expect(text.slice(before).trim()).toBe('')
        expect(new Set(found.turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))).size).toBe(
          found.speakers.length,
        )
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  test('is read in a time that grows with its length only, whatever its lines are made of', () => {
    for (const unit of [
      'a',
      ' ',
      ':',
      '(',
      '\\',
      '[0:',
      '*',
      '_',
      'A. ',
      'A b ',
      '0:0',
      '\t',
      '\n',
      'A:\n',
      'A\n',
      '- ',
      '#',
      '-->',
      'ё, ',
    ]) {
      const longer = (letters: number): number => {
        const text = unit.repeat(Math.ceil(letters / unit.length))
        const begun = performance.now()
        findTurns(text)
        return performance.now() - begun
      }
      const short = Math.max(1, longer(30_000))
      // Ten times the text: a hundred times the time would be a square, and a busy machine is allowed for.
      expect(longer(300_000), JSON.stringify(unit)).toBeLessThan(60 * short + 100)
    }
  })
})
