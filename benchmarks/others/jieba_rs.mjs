// Segmentation and term counts with jieba-rs (@node-rs/jieba), one thread: node jieba_rs.mjs TEXT.jsonl.gz
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const path = process.argv[2]
const bytes = readFileSync(path)
const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
const texts = lines.filter((line) => line).map((line) => JSON.parse(line).text)
const jieba = Jieba.withDict(dict)
const characters = texts.reduce((sum, text) => sum + text.length, 0)
const started = process.cpuUsage()
const counts = new Map()
let tokens = 0
for (const text of texts) {
  for (const word of jieba.cut(text, false)) {
    if (/[\p{L}\p{N}]/u.test(word)) {
      tokens++
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
}
const used = process.cpuUsage(started)
const seconds = (used.user + used.system) / 1e6
console.log(JSON.stringify({ tokens, types: counts.size, characters_per_core_second: Math.round(characters / seconds) }))
