import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { decode } from '/work/wt/formats/formats/encoding/decode'
const T='/work/shared/fixtures/transcripts/'
const ru = decode(readFileSync(T+'ru-luispo-utf8-bom-crlf.txt'))!.text
const strip=(s:string)=>s
for (const f of ['ru-byte-cp1251.txt','ru-edinburgh-utf16le.txt','ja-lisp-sjis.txt','zh-btc.txt','en-scan-p7.pdf','en-shef-sam.docx']) { const d=decode(readFileSync(T+f)); console.log(f, d?.encoding, d?.broken, d?.text.slice(0,50)) }
for (const e of ['windows-1251','koi8-r','cp866','maccyrillic','iso-8859-5','utf16le','utf16be']) for (const n of [60, 300, 40000]) { const b=iconv.encode(ru.slice(150,150+n),e); const d=decode(b); console.log(e,n,d?.encoding, n<100?d?.text:'') }
const sp='¿Cómo está usted? Mañana será otro día, señor. “Años” — niño', pl='Dzień dobry, proszę opowiedzieć, jak się pani tu żyje. Źle, łatwo, ćma', de='Größe, Straße, übermäßig schön', uk='Розкажіть, будь ласка, її життя було нелегке, є ще щось? Київ і Львів', fr='Ça c’est déjà très bien, où êtes-vous né ?', en='It’s “fine” — really', tr='Türkçe konuşuyorum, değil mi, şey ışık'
const gr='Καλημέρα σας, τι κάνετε σήμερα', he='שלום מה שלומך היום', ar='مرحبا كيف حالك اليوم', ko='안녕하세요 저는 학생입니다. 그리고 있는 사람은', zh='大家早上好！今天我想聊聊，这是我们的一项工作，也汇集了来自许多人的想法。', ja='今日は、私たちの仕事について話します。'
for (const [s,e] of [[sp,'windows-1252'],[pl,'windows-1250'],[pl,'iso-8859-2'],[de,'windows-1252'],[de,'macroman'],[uk,'windows-1251'],[uk,'koi8-u'],[fr,'windows-1252'],[fr,'macroman'],[en,'windows-1252'],[tr,'windows-1254'],[gr,'windows-1253'],[he,'windows-1255'],[ar,'windows-1256'],[ko,'euc-kr'],[zh,'gb18030'],[ja,'shift_jis'],[ja,'euc-jp']] as const) { const d=decode(iconv.encode(s,e)); console.log(e,'->',d?.encoding,d?.text===s?'ok':d?.text) }
import { randomBytes } from 'node:crypto'
for (let i=0;i<5;i++) console.log('random', decode(randomBytes(2000))?.encoding)
