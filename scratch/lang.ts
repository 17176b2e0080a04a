import { readFileSync, readdirSync } from 'node:fs'
import { readZip } from '../formats/zip/read'
import { readWord } from '../formats/docx/read'
import { decode } from '../formats/encoding/decode'
import { languageOf } from '../core/text/language'
const T='/work/shared/fixtures/transcripts/'
for (const f of readdirSync(T)) { const b=readFileSync(T+f); const x=f.endsWith('.docx')?readWord(readZip(b))!.text:decode(b)?.text; if (x) { const y=/html$/.test(f)?x.replace(/<[^>]*>/g,' '):x; const l=languageOf(y); if (l!==f.slice(0,2)) console.log(f,l) } }
for (const t of ['Мен Қостанайда тұрамын, бұл жақсы қала және адамдар да жақсы','Я жыву ў Віцебску, гэта добры горад, і людзі добрыя','Расскажите, пожалуйста, как вы сюда приехали?','Ich weiß es nicht, aber das ist gut so','Je ne sais pas, mais c’est bien','привет','Hola, ¿cómo estás? No sé qué decir']) console.log(t, languageOf(t))
