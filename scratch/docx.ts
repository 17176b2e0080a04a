import { readFileSync, readdirSync } from 'node:fs'
import { readZip } from '../formats/zip/read'
import { readWord } from '../formats/docx/read'
const T='/work/shared/fixtures/transcripts/'
for (const f of readdirSync(T).filter(f=>f.endsWith('.docx'))) { const t=performance.now(); const w=readWord(readZip(readFileSync(T+f)))!; console.log('##',f, w.text.length, w.body, Math.round(performance.now()-t)+'ms', JSON.stringify(w.notes)); console.log(JSON.stringify(w.text.slice(0,150))); console.log(JSON.stringify(w.text.slice(-150)))}
