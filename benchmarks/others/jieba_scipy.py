"""Term counts and co-occurrence in sentences as a script with jieba and SciPy does them.

python3 jieba_scipy.py TEXT.jsonl.gz
Counts words, takes the 20,000 that most sentences have (two characters or more, in two sentences or
more), counts the sentences of each pair, and scores PMI and G2. Nothing is written.
"""
import gzip
import json
import re
import sys
from collections import Counter

import jieba
import numpy
from scipy import sparse

SENTENCE_END = re.compile(r"(?<=[。！？；])|\n")
WORD = re.compile(r"\w")


def sentences(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        for line in lines:
            for sentence in SENTENCE_END.split(json.loads(line)["text"]):
                if sentence and not sentence.isspace():
                    yield sentence


def main(path):
    jieba.setLogLevel("ERROR")
    numbers, rows, columns = {}, [], []
    tokens = 0
    frequency = Counter()
    count = 0
    for count, sentence in enumerate(sentences(path), start=1):
        words = [word for word in jieba.cut(sentence) if WORD.search(word)]
        tokens += len(words)
        frequency.update(words)
        for word in set(words):
            rows.append(count - 1)
            columns.append(numbers.setdefault(word, len(numbers)))
    presence = sparse.csr_matrix(
        (numpy.ones(len(rows), dtype=numpy.int64), (rows, columns)), shape=(count, len(numbers))
    )
    spread = numpy.asarray(presence.sum(axis=0)).ravel()
    known = [n for word, n in numbers.items() if len(word) >= 2 and spread[n] >= 2]
    known.sort(key=lambda n: -spread[n])
    presence = presence[:, known[:20000]]
    margins = numpy.asarray(presence.sum(axis=0)).ravel().astype(float)
    together = sparse.triu(presence.T @ presence, k=1).tocoo()
    kept = together.data >= 2
    o11 = together.data[kept].astype(float)
    r1, c1 = margins[together.row[kept]], margins[together.col[kept]]
    pmi = numpy.log2(o11 * count / (r1 * c1))

    def part(observed, row, column):
        with numpy.errstate(divide="ignore", invalid="ignore"):
            return numpy.where(observed > 0, observed * numpy.log(observed * count / (row * column)), 0)

    g2 = 2 * (
        part(o11, r1, c1)
        + part(r1 - o11, r1, count - c1)
        + part(c1 - o11, count - r1, c1)
        + part(count - r1 - c1 + o11, count - r1, count - c1)
    )
    print(json.dumps({"tokens": tokens, "types": len(numbers), "pairs": int(kept.sum()),
                      "sum": float(pmi.sum() + g2.sum())}))


if __name__ == "__main__":
    main(sys.argv[1])
