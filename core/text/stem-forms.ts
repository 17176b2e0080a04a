/** Russian words whose forms share no stem: the forms of a word in one line, the first names it; ё as е. */
export const russianForms: readonly string[] =
  `человек человека человеку человеком человеке люди людей людям людьми людях
ребенок ребенка ребенку ребенком ребенке дети детей детям детьми детях
друг друга другу другом друге друзья друзей друзьям друзьями друзьях
брат брата брату братом брате братья братьев братьям братьями братьях
сын сына сыну сыном сыне сыновья сыновей сыновьям сыновьями сыновьях
муж мужа мужу мужем муже мужья мужей мужьям мужьями мужьях
стул стула стулу стулом стуле стулья стульев стульям стульями стульях
дерево дерева дереву деревом дереве деревья деревьев деревьям деревьями деревьях
мать матери матерью матерей матерям матерями матерях
дочь дочери дочерью дочерей дочерям дочерьми дочерями дочерях
время времени временем времена времен временам временами временах
имя имени именем имена имен именам именами именах
племя племени племенем племена племен племенам племенами племенах
знамя знамени знаменем знамена знамен знаменам знаменами знаменах
небо неба небу небом небе небеса небес небесам небесами небесах
чудо чуда чуду чудом чуде чудеса чудес чудесам чудесами чудесах
день дня дню днем дне дни дней дням днями днях
пень пня пню пнем пне пни пней пням пнями пнях
сон сна сну сном сне сны снов снам снами снах
лев льва льву львом льве львы львов львам львами львах
пес пса псу псом псе псы псов псам псами псах
лоб лба лбу лбом лбе лбы лбов лбам лбами лбах
рот рта рту ртом рте рты ртов ртам ртами ртах
лед льда льду льдом льде льды льдов льдам льдами льдах
год года году годом годе годы годов годам годами годах лет
путь пути путем путей путям путями путях
ложь лжи ложью
хозяин хозяина хозяину хозяином хозяине хозяева хозяев хозяевам хозяевами хозяевах
господин господина господину господином господине господа господ господам господами господах
цветок цветка цветку цветком цветке цветы цветов цветам цветами цветах
ухо уха уху ухом ухе уши ушей ушам ушами ушах
око ока оку оком оке очи очей очам очами очах
дно дна дну дном дне донья
зло зла злу злом зле зол
хороший хорошая хорошее хорошие хорошего хорошей хорошему хорошим хорошую хорошо хорошем хороших хорошими лучше лучший лучшая лучшее лучшие лучшего лучшей лучшему лучшим лучших лучшую
плохой плохая плохое плохие плохого плохому плохим плохую плохо плохом плохих плохими хуже худший худшая худшее худшие худшего худшей худших
большой большая большое большие большого большому большим большую большом больших большими больше больший большее
маленький маленькая маленькое маленькие маленького маленькой маленькому маленьким маленькую маленьком маленьких маленькими меньше меньший меньшая меньшее меньшие меньшего
я меня мне мной мною
ты тебя тебе тобой тобою
мы нас нам нами
вы вас вам вами
кто кого кому кем ком
что чего чему чем чем
весь вся все всего всей всему всем всю всеми всех
этот эта это эти этого этой этому этим эту этом этих этими
тот та те того той тому тем ту том тех теми
мой моя мое мои моего моей моему моим мою моем моих моими
твой твоя твое твои твоего твоей твоему твоим твою твоем твоих твоими
свой своя свое свои своего своей своему своим свою своем своих своими
наш наша наше наши нашего нашей нашему нашим нашу нашем наших нашими
ваш ваша ваше ваши вашего вашей вашему вашим вашу вашем ваших вашими
один одна одно одни одного одной одному одним одну одном одних одними
два две двух двум двумя
три трех трем тремя
быть был была было были буду будешь будет будем будете будут будь будьте будучи
есть ест едят едим едите ел ела ело ели ешь
хотеть хочу хочешь хочет хотим хотите хотят хотел хотела хотело хотели
ехать еду едешь едет едем едете едут ехал ехала ехали поезжай
идти иду идешь идет идем идете идут иди идите шел шла шло шли шедший
мочь могу можешь может можем можете могут мог могла могло могли
сесть сяду сядешь сядет сядем сядете сядут сел села село сели сядь
лечь лягу ляжешь ляжет ляжем лягут лег легла легло легли ляг
расти расту растешь растет растем растете растут рос росла росло росли
бежать бегу бежишь бежит бежим бежите бегут бежал бежала бежали беги
умереть умру умрешь умрет умрем умрете умрут умер умерла умерло умерли
дать дам дашь даст дадим дадите дадут дал дала дало дали дай дайте
письмо письма письму письмом письме писем письмам письмами письмах
огонь огня огню огнем огне огни огней огням огнями огнях
гражданин гражданина гражданину гражданином гражданине граждане граждан гражданам гражданами гражданах
проблема проблемы проблеме проблему проблемой проблем проблемам проблемами проблемах
система системы системе систему системой систем системам системами системах
тема темы теме тему темой тем темам темами темах
схема схемы схеме схему схемой схем схемам схемами схемах
склад склада складу складом складе склады складов складам складами складах
слышать слышу слышишь слышит слышим слышат слышал слышала слышали
петь пою поешь поет поем поете поют пел пела пели пой`
    .split('\n')
    .map((line) => line.trim())

/** Lines of `russianForms` whose verbs take prefixes; идти has forms of its own behind one (йти, йду). */
export const prefixed: readonly string[] = ['ехать', 'мочь', 'сесть', 'расти', 'бежать', 'дать', 'быть', 'петь']

/** Prefixes of Russian verbs. */
export const prefixes: readonly string[] =
  'по на вы за до от под при пере про с у в о об из раз рас ис воз вос со ото подо разо изо взо обо во вз вс недо пред'.split(
    ' ',
  )

/** Russian verbs whose present has another stem than their infinitive: infinitive's stem, then those of the present. */
export const russianVerbs: readonly (readonly string[])[] =
  `писа:пиш каза:каж вяза:вяж маза:маж реза:реж плака:плач скака:скач иска:ищ паха:паш маха:маш чеса:чеш прята:пряч шепта:шепч
хохота:хохоч сыпа:сыпл проси:прос,прош броси:брос,брош носи:нос,нош вози:воз,вож води:вод,вож ходи:ход,хож суди:суд,суж сади:сад,саж
виде:вид,виж сиде:сид,сиж гляде:гляд,гляж лете:лет,леч зависе:завис,завиш терпе:терп,терпл люби:люб,любл купи:куп,купл копи:коп,копл
ступи:ступ,ступл стави:став,ставл готови:готов,готовл лови:лов,ловл корми:корм,кормл нрави:нрав,нравл прави:прав,правл яви:яв,явл
лечи:леч трати:трат,трач плати:плат чувствова:чувству нача:начн поня:пойм взя:возьм приня:прим заня:займ сня:сним обня:обним
подня:подним жи:жив пи:пь,пе би:бь,бе кры:кро ста:стан зна:зна жда:жд бра:бер дра:дер зва:зов спа:сп,спл рва:рв вра:вр сла:шл гна:гон
лга:лг,лж стоя:сто боя:бо вес:вед нес:нес вез:вез вести:вед,ве нести:нес везти:вез кла:клад крас:крад пас:пад
помни:помн дума:дума говори:говор дела:дела смотре:смотр держа:держ лежа:леж молча:молч
встреча:встреча встрети:встрет,встреч ответи:ответ,отвеч зави:завь учи:уч двига:двига дви:движ,двиг встава:вста дава:да
граби:граб,грабл руби:руб,рубл снаби:снаб грузи:груз,груж спроси:спрос,спрош роди:род,рож защити:защит,защищ запрети:запрет,запрещ
посети:посет,посещ обрати:обрат,обращ пусти:пуст,пущ прости:прост,прощ расти:раст чисти:чист,чищ мсти:мст,мщ верну:верн`
    .split(/\s+/)
    .map((entry) => entry.split(/[:,]/))

/** English words whose forms share no stem: the forms of a word, the first names it. */
export const englishForms: readonly string[] = `go goes going went gone
be am is are was were been being
have has had having
do does did done doing
child children
man men
woman women
person people
mouse mice
foot feet
tooth teeth
goose geese
ox oxen
life lives
wife wives
knife knives
leaf leaves
half halves
self selves
wolf wolves
thief thieves
shelf shelves
loaf loaves
calf calves
good better best
bad worse worst
say says said saying
make makes made making
take takes took taken taking
come comes came coming
become becomes became becoming
see sees saw seen seeing
know knows knew known knowing
get gets got gotten getting
give gives gave given giving
find finds found finding
think thinks thought thinking
tell tells told telling
feel feels felt feeling
keep keeps kept keeping
begin begins began begun beginning
bring brings brought bringing
buy buys bought buying
build builds built building
catch catches caught catching
choose chooses chose chosen choosing
cut cuts cutting
deal deals dealt dealing
draw draws drew drawn drawing
drink drinks drank drunk drinking
drive drives drove driven driving
eat eats ate eaten eating
fall falls fell fallen falling
fight fights fought fighting
fly flies flew flown flying
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
freeze freezes froze frozen freezing
grow grows grew grown growing
hang hangs hung hanging
hear hears heard hearing
hide hides hid hidden hiding
hold holds held holding
lead leads led leading
leave left leaving
lend lends lent lending
lose loses lost losing
mean means meant meaning
meet meets met meeting
pay pays paid paying
ride rides rode ridden riding
ring rings rang rung ringing
rise rises rose risen rising
run runs ran running
seek seeks sought seeking
sell sells sold selling
send sends sent sending
shake shakes shook shaken shaking
shoot shoots shot shooting
sing sings sang sung singing
sink sinks sank sunk sinking
sit sits sat sitting
sleep sleeps slept sleeping
speak speaks spoke spoken speaking
spend spends spent spending
stand stands stood standing
steal steals stole stolen stealing
strike strikes struck striking
swear swears swore sworn swearing
swim swims swam swum swimming
teach teaches taught teaching
tear tears tore torn tearing
throw throws threw thrown throwing
understand understands understood understanding
wake wakes woke woken waking
wear wears wore worn wearing
win wins won winning
write writes wrote written writing
break breaks broke broken breaking
analysis analyses
crisis crises
criterion criteria
phenomenon phenomena
die dies died dying
lie lies lied lying
tie ties tied tying`
  .split('\n')
  .map((line) => line.trim())
