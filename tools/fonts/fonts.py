#!/usr/bin/env python3
"""Makes the fonts of static/fonts and of internal/card out of the packages of tools/package.json.

The build never runs this: its results are committed. Run it as "make fonts",
with the versions that tools/fonts/requirements.txt names; the same versions give
the same bytes, and docs/third-party.md says which.

What is left out of the fonts of pages, and why:

- letters that neither English, French nor German needs, since a reader's
  browser takes those few from the next font;
- weights that no rule of the stylesheet uses;
- hinting, which screens of today ignore;
- the variation of kerning: between 400 and 600 it moves 99 pairs in 100 by less
  than a seventieth of an em, and it is a fifth of the file. What is left of the
  kerning is rounded to a five-hundredth of an em, which no eye sees.

The fonts of cards are TrueType files of one weight each. No other font can help
out there, so they have all Latin letters of the packages, which cost no reader
anything.
"""

import hashlib
import io
import pathlib
import shutil
import sys

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = HERE.parent / "node_modules" / "@fontsource-variable"
OUT = HERE.parent.parent / "static" / "fonts"
CARDS = HERE.parent.parent / "internal" / "card" / "fonts"

LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒ"
    + "àâäæçèéêëîïôöùûüÿœß"
    + "§¶©«»–—‘’“”…•·×′−€"
    + "\u00a0"  # no-break space; neither font has the narrow one, U+202F
)

# Name, package, weights, the licence's name, OpenType features.
FONTS = (
    ("newsreader", "newsreader", (400, 600), "OFL-Newsreader.txt", ["kern", "liga", "pnum", "tnum"]),
    ("chivo-mono", "chivo-mono", (400, 500), "OFL-ChivoMono.txt", []),
)

# Of the cards: name, package, weight.
CUTS = (
    ("newsreader-600", "newsreader", 600),
    ("newsreader-400", "newsreader", 400),
    ("chivo-mono-400", "chivo-mono", 400),
)

# Latin letters, marks of punctuation and signs, without what composes them.
LATIN = ((0x20, 0x24F), (0x1E00, 0x1EFF), (0x2010, 0x203A), (0x20A0, 0x20BF), (0x2122, 0x2122), (0x2212, 0x2212))


def make(source, target, weights, features):
    font = TTFont(source, recalcTimestamp=False)

    missing = [c for c in LETTERS if ord(c) not in font.getBestCmap()]
    if missing:
        sys.exit(f"{source.name} has no {missing}")

    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 6, 14]  # among them copyright and licence
    options.drop_tables += ["STAT", "gasp"]
    cut = subset.Subsetter(options)
    cut.populate(text=LETTERS)
    cut.subset(font)

    font = instancer.instantiateVariableFont(font, {"wght": weights})
    fix_kerning(font)

    font.flavor = "woff2"
    font.save(target)


def fix_kerning(font):
    """Gives all weights the kerning of the default one, in coarser steps."""
    if "GPOS" not in font or font["GPOS"].table.LookupList is None:
        return
    step = font["head"].unitsPerEm // 500
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in lookup.SubTable:
            pairs = getattr(pairs, "ExtSubTable", pairs)
            # Nothing but the first letter's advance may be left to lose.
            assert pairs.LookupType == PAIRS and not pairs.ValueFormat2
            pairs.ValueFormat1 = X_ADVANCE
            if pairs.Format == 1:
                values = [record.Value1 for set in pairs.PairSet for record in set.PairValueRecord]
            else:
                values = [record.Value1 for row in pairs.Class1Record for record in row.Class2Record]
            for value in values:
                value.XAdvance = round(getattr(value, "XAdvance", 0) / step) * step
                value.__dict__.pop("XAdvDevice", None)
    gdef = font["GDEF"].table
    gdef.VarStore = None
    gdef.Version = 0x00010000


def cut(source, weight):
    """Returns the Latin letters of a font in one weight."""
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 6, 14]
    options.drop_tables += ["STAT", "gasp", "GSUB"]
    letters = subset.Subsetter(options)
    letters.populate(unicodes=[c for c in font.getBestCmap() if any(lo <= c <= hi for lo, hi in LATIN)])
    letters.subset(font)
    file = io.BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    return file


def make_cut(files, package, weight, target):
    """Joins the letters of the files of a package."""
    sources = [files / f"{package}-{part}-wght-normal.woff2" for part in ("latin", "latin-ext", "vietnamese")]
    font = merge.Merger().merge([cut(source, weight) for source in sources])
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = TTFont(sources[0])["head"].modified  # else the time of joining
    font.save(target)


PAIRS = 2  # the type of a lookup
X_ADVANCE = 0x0004  # the only bit of a value's format that stays


def report(file):
    data = file.read_bytes()
    print(f"{file.name}: {len(data)} bytes, {hashlib.sha256(data).hexdigest()}")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    CARDS.mkdir(parents=True, exist_ok=True)
    for name, package, weights, licence, features in FONTS:
        folder = PACKAGES / package
        target = OUT / f"{name}.woff2"
        make(folder / "files" / f"{package}-latin-wght-normal.woff2", target, weights, features)
        shutil.copyfile(folder / "LICENSE", OUT / licence)
        report(target)
    for name, package, weight in CUTS:
        target = CARDS / f"{name}.ttf"
        make_cut(PACKAGES / package / "files", package, weight, target)
        report(target)


main()
