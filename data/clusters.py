#!/usr/bin/env python3
"""Makes names/words.tsv and names/clusters.tsv: words without their proclitics, clustered by the company they keep.

    cargo run --release -p train -- stems < TEXT > STEMS
    clusters.py STEMS

TEXT is a paragraph a line: the Wikipedia articles, and twice over the texts that the name model is trained on.
data/SOURCES.md says what these are. Needs gensim 4 and scikit-learn. With several threads word2vec's vectors are never
quite the same again, so its results are committed.
"""

import re
import sys
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from gensim.models.word2vec import LineSentence
from sklearn.cluster import MiniBatchKMeans

OUT = Path(__file__).parent / "names"
WORDS = 40_000
PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+|[A-Za-z]+")


def clusters(vectors, count):
    means = MiniBatchKMeans(count, batch_size=4096, n_init=1, max_iter=60, random_state=1).fit(vectors)
    return means.labels_, means.cluster_centers_


def main(stems):
    vectors = Word2Vec(
        LineSentence(stems), vector_size=100, window=3, sg=1, negative=5, epochs=4, min_count=8, workers=2, sample=1e-4, seed=1
    ).wv
    words = [word for word in vectors.index_to_key if PLAIN.fullmatch(word) and len(word) > 1][:WORDS]
    table = np.stack([vectors[word] for word in words])
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    of1000, centres = clusters(table, 1000)
    coarse = [clusters(centres, count)[0] for count in (64, 256)]
    rows = [f"{word}\t{vectors.get_vecattr(word, 'count')}\t{cluster}" for word, cluster in zip(words, of1000)]
    (OUT / "words.tsv").write_text("\n".join(["word\tcount\tcluster", *rows]) + "\n", "utf-8")
    rows = [f"{cluster}\t{coarse[0][cluster]}\t{coarse[1][cluster]}" for cluster in range(1000)]
    (OUT / "clusters.tsv").write_text("\n".join(["cluster\tof64\tof256", *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
