package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// What a number counts: money, or a noun; and what it is counted for.

// unit reads what is counted at token i into f. It reports false if the figure
// cannot be a quantity after all.
func (r *reader) unit(f *foundAt, sign currency, i int) (int, bool) {
	n, j := f.num, i
	// "millions de dollars", "dozens of calls", "d'électeurs"
	if slices.Contains(r.l.of, r.at(j).text) && (n.vague != "" || n.scaled() || f.Some) {
		j++
	}
	if r.at(j).text == "-" && !r.at(j).spaced && !r.at(j+1).spaced { // "47-dollar", "165-page"
		j++
	}
	c, used := r.currencyAt(j)
	switch {
	case sign.code != "":
		if used == 0 || r.at(j).kind == mark {
			var next int
			if c, next = r.toldBehind(i); next > i {
				sign, i = sign.both(c), next
			}
		} else {
			sign, i = sign.both(c), j+used
		}
		f.money(sign.of(r.source))
		return i, true
	case used > 0:
		if r.isScaleLetter(j) {
			f.times(r.l.letters[r.at(j).text])
		}
		if more, next := r.toldBehind(j + used); next > j+used {
			c, used = c.both(more), next-j
		}
		f.money(c.of(r.source))
		return j + used, true
	case r.l.cents[r.at(j).text].code != "":
		f.times(-2)
		c := r.l.cents[r.at(j).text]
		if c = c.of(r.source); r.source != "" && c.code != r.source {
			c.code = unknownCurrency
		}
		f.money(c)
		return j + 1, true
	case r.isToldIn(i): // "5 million in Canadian dollars"
		c, i := r.toldBehind(i)
		f.money(c)
		return i, true
	case n.letter:
		return i, false // "5m" without a currency may be metres
	}
	if used := r.percentAt(j); used > 0 {
		f.Noun = "percent"
		return j + used, true
	}
	if slices.Contains(r.l.parts, r.at(j).text) {
		return i, false
	}
	if end := r.nounEnd(j); end > j {
		f.Noun, f.nounFrom, f.nounEnd = r.words(j, end), j, end
		return end, true
	}
	return i, true
}

// percentAt returns the number of tokens of a percentage's unit at token i.
func (p *tokens) percentAt(i int) int {
	if p.at(i).text == "%" {
		return 1
	}
	_, n := p.l.percent.at(p.ts, i)
	return n
}

// isToldIn reports whether the currency of a number before token i is told with "in".
func (r *reader) isToldIn(i int) bool {
	c, n := r.currencyName(i + 1)
	return n > 0 && (c.stated || r.isPriced(i+1) || r.isPriced(i+1+n)) && slices.Contains(r.l.in, r.at(i).text)
}

func (f *foundAt) money(c currency) { f.Currency, f.Stated, f.kind = c.code, c.stated, c.kind }

func (f *foundAt) times(zeros int) {
	if f.Kind != amount.Vague {
		f.Lo, f.Hi = shifted(f.Lo, zeros), shifted(f.Hi, zeros)
		f.num.zeros += zeros
	}
}

// maxNoun is the number of words that a noun may have.
const maxNoun = 3

// nounEnd returns the token behind the noun that starts at i, i if there is
// none. A noun is a run of words that ends at a mark, at a word of grammar, at
// a basis; where it really ends is not known without a grammar.
func (p *tokens) nounEnd(i int) int {
	end := i
	linked := false
	for words := range maxNoun {
		t := p.at(end)
		if words > 0 && p.l.linkNouns && !linked && slices.Contains(p.l.of, t.text) && p.isNounWord(end+1) {
			linked = true
			end = p.compoundEnd(end + 1)
			break
		}
		if !p.isNounWord(end) || p.isNoPartOf(i, end) {
			break
		}
		end = p.compoundEnd(end)
	}
	return end
}

// isNoPartOf reports whether the word at token i is none of a French noun that begins at
// token noun: a participle, "le million promis", or behind a plural, with which its
// adjectives agree, a verb: "deux articles rapportent".
func (p *tokens) isNoPartOf(noun, i int) bool {
	t := p.at(i)
	switch {
	case !p.l.linkNouns:
		return false
	case i == noun:
		return t.is&isMoved != 0 && hasAnySuffix(t.text, p.l.participles...)
	}
	return isPlural(p.at(noun).text) && hasAnySuffix(t.text, "ent", "ont")
}

// words returns the text of some tokens as on one line.
func (p *tokens) words(from, to int) string {
	return strings.Join(strings.Fields(p.text[p.at(from).start:p.at(to-1).end]), " ")
}

func (p *tokens) isNounWord(i int) bool {
	t := p.at(i)
	if t.kind != word || t.dated || p.l.linkNouns && t.is&isAuxiliary != 0 || strings.HasSuffix(t.text, "'") || t.is&wEach != 0 || p.l.moneyNames[t.text] != "" {
		return false
	}
	if t.is&beginsFigure != 0 {
		if _, used := p.l.cardinal(p.ts, i); used > 0 {
			return false
		}
	}
	if t.is&endsNoun == 0 || t.capitals && len(t.text) > 1 { // "US voters"
		return true
	}
	_, basis := p.l.bases.at(p.ts, i)
	_, per := p.l.per.at(p.ts, i)
	_, after := p.l.after.at(p.ts, i)
	return basis == 0 && per == 0 && after == 0 && !slices.Contains(p.l.stop, t.text)
}

// compoundEnd steps over a word and what hyphens join to it, within reason.
func (p *tokens) compoundEnd(i int) int {
	i++
	for range maxNoun {
		hyphen, next := p.at(i), p.at(i+1)
		if hyphen.text != "-" || hyphen.spaced || next.kind != word || next.spaced {
			break
		}
		i += 2
	}
	return i
}

// basis reads what f is counted for, behind it or right before it.
func (r *reader) basis(f *foundAt, i int) int {
	j := i
	if r.at(j).text == "," {
		j++
	}
	if b, n := r.baseAt(j); n > 0 {
		f.Basis = b
		return j + n
	}
	if b, n := r.l.rates.at(r.ts, i); n > 0 && !r.tellsWhen(i) {
		f.Basis = b
		return i + n
	}
	if end := r.perNoun(f, i); end > i {
		return end
	}
	// "chaque jour, un million", "récompense quotidienne d'un million"
	k := f.first
	if before := r.at(k - 1).text; before == "," || slices.Contains(r.l.of, before) {
		k--
	}
	if b, n := r.l.bases.endingAt(r.ts, k); n > 0 {
		f.Basis = b
	}
	return i
}

// perNoun reads a rate of something: "per voter", "for each voter", "/signature",
// and of money "$4 a door".
func (r *reader) perNoun(f *foundAt, i int) int {
	l, j := r.l, i
	_, n := l.per.at(r.ts, i)
	_, each := l.apiece.at(r.ts, i)
	switch t := r.at(i); {
	case each > 0: // of each of what the clause names
		return i
	case n > 0:
		j += n
	case t.text == "-" && r.isEnglishRate(i+1) && r.at(i+2).text == "-": // "a $50-a-plate dinner"
		j, n = i+3, 1
	case t.text == "/" && f.IsMoney(), r.isEnglishRate(i) && f.IsMoney():
		j, n = i+1, 1
	default:
		return i
	}
	end := r.basisNounEnd(j)
	if r.at(j-1).text == "-" {
		end = min(end, j+1)
	}
	if end == j || l.manner[r.at(j).text] {
		return i
	}
	f.perFrom, f.perEnd = j, end
	if r.at(j-1).is&wEach != 0 { // "to any user sponsoring a voter"
		for f.perEnd < len(r.ts) && r.at(f.perEnd).kind != mark {
			f.perEnd++
		}
	}
	if r.at(j).upper {
		if f.perEnd == end {
			f.perEnd = 0
		}
		return i
	}
	f.Basis = r.words(j, end)
	return end
}

// isEnglishRate reports whether "a" at token i begins what something is paid for:
// "a door", and not "a year ago".
func (p *tokens) isEnglishRate(i int) bool {
	_, few := p.l.few.at(p.ts, i)
	return !p.l.linkNouns && (p.at(i).text == "a" || p.at(i).text == "an") && few == 0 && !(p.isAgo(i+2) && p.l.times[p.at(i+1).text])
}

// isAgo reports whether what stands at i makes a time of the words before it.
func (p *tokens) isAgo(i int) bool { return slices.Contains(p.l.noRate, p.at(i).text) }

// baseAt reads a unit of time that something is counted for. "a year ago" and
// "the Daily Mail" are none, nor is a newspaper, "le quotidien".
func (p *tokens) baseAt(i int) (basis string, n int) {
	b, n := p.l.bases.at(p.ts, i)
	if n == 0 || p.isAgo(i+n) || p.at(i).is&isArticle != 0 && p.at(i-1).is&isLasting != 0 || // "within a week"
		n == 1 && (p.at(i).upper && i > 0 || slices.Contains(p.l.noRateAfter, p.at(i-1).text)) {
		return "", 0
	}
	return b, n
}

// tellsWhen reports whether a time begins at i: "la semaine dernière".
func (p *tokens) tellsWhen(i int) bool {
	_, relative := p.l.relative.at(p.ts, i)
	_, other := p.l.noDate.at(p.ts, i)
	return relative > 0 || other > 0
}

// basisNounEnd is nounEnd for a basis, which may have its "of": "pair of phone
// numbers".
func (p *tokens) basisNounEnd(i int) int {
	end := p.nounEnd(i)
	if end > i && slices.Contains(p.l.of, p.at(end).text) {
		if more := p.nounEnd(end + 1); more > end+1 {
			return more
		}
	}
	return end
}

// timeBases are the units of time that a basis may be, in English.
var timeBases = strings.Fields("minute hour day week month quarter year")

func isTime(basis string) bool { return slices.Contains(timeBases, basis) }
