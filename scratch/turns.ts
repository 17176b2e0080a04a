import { readFileSync, readdirSync } from 'node:fs'
import { readZip } from '../formats/zip/read'
import { readWord } from '../formats/docx/read'
import { decode } from '../formats/encoding/decode'
import { findTurns } from '../core/text/turns'
const T='/work/shared/fixtures/transcripts/'
const only=process.argv[2]
for (const f of readdirSync(T).filter(f=>/\.(docx|txt)$/.test(f)&&(!only||f.includes(only)))) {
 let text='', body: number|undefined
 const b=readFileSync(T+f)
 if (f.endsWith('.docx')) { const w=readWord(readZip(b))!; text=w.text; body=w.body } else text=decode(b)!.text.replace(/\r\n?/g,'\n').normalize('NFC')
 const t=performance.now(); const r=findTurns(text,'auto',body); const ms=Math.round(performance.now()-t)
 const n=r.speakers.map((s,i)=>s.name+'/'+s.role[0]+':'+r.turns.filter(t=>t.speaker===i).length)
 console.log('##',f,ms+'ms',text.length,r.labels,'turns',r.turns.length,'null',r.turns.filter(t=>t.speaker===null).length,'timed',r.turns.filter(t=>t.time!==null).length,'|',n.join(', '))
 if (only) for (const t of r.turns.slice(0,+(process.argv[3]??20))) console.log(t.speaker===null?'-':r.speakers[t.speaker]!.name, t.time, JSON.stringify(text.slice(t.start,t.said)), JSON.stringify(text.slice(t.said,t.end).slice(0,70)))
}
