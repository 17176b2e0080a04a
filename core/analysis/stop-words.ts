/** Small words of Russian and English speech that say how, not what is spoken of; as `plainWord` has them. */
const russian = `а без более больше будет будете будешь будем буду будут бы был была были было быть в вам вами вас ваш ваша ваше ваши весь во вот впрочем
все всего всегда всей всем всеми всех всю вся вы где да даже для до его ее ей ему если есть еще же за здесь и из или им ими иногда их к каждый как какая какие какое
какой кого когда кое которая которого которое которой котором которому которую которые который которых кто куда ли либо лишь меня мне мной много мог могли могу могут
может можно мой моя мы на над надо нам нами нас наш наша наше наши не него нее ней некоторые нельзя нем нет ни нибудь них ничего но ну о об один одна одни одно однако он она
они оно от очень перед по под потом потому почему поэтому при про раз разве с сам сама сами само самый свое свои своих своего своей свой свою себе себя сейчас со собой совсем
так такая также такие такое такой там тебе тебя тем теми теперь то тогда того тоже той только том тому тот ту тут ты у уже хоть хотя чего чей чем через что чтобы чуть эта эти
этим этих это этого этой этом этому этот эту я вообще просто значит например конечно ведь скажем допустим наверное кстати именно как-то что-то какой-то какие-то кто-то где-то`
const english = `a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does
doing don't down during each even few for from further get go got had has have having he her here hers herself him himself his how i if in into is it it's its itself just
like made make many may me might more most much my myself no nor not now of off on once one only or other our ours out over own same say see she should so some such than that
that's the their theirs them themselves then there these they this those through to too under until up us very was we well were what when where which while who whom why will
with would yes you your yours yourself i'm i've i'd we're we've you're they're there's didn't doesn't isn't wasn't can't couldn't wouldn't won't`

const words = new Set(`${russian} ${english}`.split(/\s+/u))

/** Whether a word (as `plainWord` has it) is one of the small words; also what has no letter, or only one. */
export function isStopWord(plain: string): boolean {
  return words.has(plain.replaceAll('’', "'")) || !/\p{L}.*\p{L}/u.test(plain)
}
