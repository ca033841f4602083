package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// What a number counts: a currency by name, sign or code, or a noun.

// signs are the currencies whose sign stands alone, and letters the countries
// that put theirs before it.
var (
	signs       = map[string]currency{"$": {"USD", false}, "€": {"EUR", true}, "£": {"GBP", true}, "¥": {"JPY", false}}
	signLetters = map[string]string{
		"us$": "USD", "ca$": "CAD", "c$": "CAD", "a$": "AUD", "au$": "AUD", "r$": "BRL", "hk$": "HKD", "mx$": "MXN",
		"nz$": "NZD", "nt$": "TWD", "cn¥": "CNY", "jp¥": "JPY",
	}
	codeLikeWords = []string{"all", "cup", "gel", "mop", "pen", "top", "try"}
)

// sign reads a currency that stands before its number.
func (p *parser) sign(i int) (currency, int) {
	t, next := p.at(i), p.at(i+1)
	if c, ok := signs[t.text]; ok && t.kind == mark {
		return c, i + 1
	}
	if t.kind != word {
		return currency{}, i
	}
	if next.kind == mark && !next.spaced {
		if c := signLetters[t.text+next.text]; c != "" {
			return currency{c, true}, i + 2
		}
	}
	if next.kind == number && isCode(t) {
		return currency{strings.ToUpper(t.text), true}, i + 1
	}
	return currency{}, i
}

// isCode reports whether t is a currency code in capitals.
func isCode(t *token) bool {
	if !t.capitals || t.kind != word || len(t.text) != 3 || slices.Contains(codeLikeWords, t.text) {
		return false
	}
	q, err := amount.Parse("1 " + strings.ToUpper(t.text))
	return err == nil && q.IsMoney()
}

// unit reads what is counted at token i into f. It reports false if the figure
// cannot be a quantity after all.
func (p *parser) unit(f *foundAt, fig figure, sign currency, i int) (int, bool) {
	j := i
	// "millions de dollars", "dozens of calls", "d'électeurs"
	if slices.Contains(p.l.of, p.at(j).text) && (fig.vague != "" || fig.scaled || f.Some) {
		j++
	}
	if p.at(j).text == "-" && !p.at(j).spaced && !p.at(j+1).spaced { // "47-dollar", "165-page"
		j++
	}
	c, n := p.currencyAt(j)
	switch {
	case sign.code != "":
		f.Currency, f.Stated = sign.code, sign.stated
		if n > 0 && c.code == sign.code { // "$47 US dollars"
			f.Stated = f.Stated || c.stated
			return j + n, true
		}
		return i, true
	case n > 0:
		if p.isScaleLetter(j) {
			*f = f.times(p.l.letters[p.at(j).text])
		}
		f.Currency, f.Stated = c.code, c.stated
		return j + n, true
	case fig.letter:
		return i, false // "5m" without a currency may be metres
	}
	if _, n := p.l.percent.at(p.ts, j); n > 0 {
		f.Noun = "percent"
		return j + n, true
	}
	if p.at(j).text == "%" {
		f.Noun = "percent"
		return j + 1, true
	}
	if slices.Contains(p.l.parts, p.at(j).text) {
		return i, false
	}
	if end := p.nounEnd(j); end > j {
		f.Noun, f.nounFrom, f.nounEnd = p.words(j, end), j, end
		return end, true
	}
	return i, true
}

// currencyAt reads a currency behind its number: "dollars", "$", "M€", "USD".
func (p *parser) currencyAt(i int) (currency, int) {
	if c, n := p.l.currencies.at(p.ts, i); n > 0 {
		return c, n
	}
	t := p.at(i)
	if c, ok := signs[t.text]; ok && t.kind == mark {
		if us := p.at(i + 1); us.text == "us" && us.capitals && !us.spaced { // "47 $US"
			return currency{"USD", true}, 2
		}
		return c, 1
	}
	if p.isScaleLetter(i) {
		c := signs[p.at(i+1).text]
		return c, 2
	}
	if isCode(t) {
		return currency{strings.ToUpper(t.text), true}, 1
	}
	return currency{}, 0
}

// isScaleLetter reports whether a scale letter with a sign stands at i: "M€".
func (p *parser) isScaleLetter(i int) bool {
	t, sign := p.at(i), p.at(i+1)
	_, isSign := signs[sign.text]
	return t.kind == word && (t.upper || t.text == "k") && p.l.letters[t.text] > 0 && isSign && (!sign.spaced || !p.l.monthFirst)
}

func (f foundAt) times(zeros int) foundAt {
	if f.Kind != amount.Vague {
		f.Lo, f.Hi = shifted(f.Lo, zeros), shifted(f.Hi, zeros)
	}
	return f
}

// maxNoun is the number of words that a noun may have.
const maxNoun = 3

// nounEnd returns the token behind the noun that starts at i, i if there is
// none. A noun is a run of words that ends at a mark, at a word of grammar, at
// a basis; where it really ends is not known without a grammar.
func (p *parser) nounEnd(i int) int {
	end := i
	linked := false
	for words := range maxNoun {
		t := p.at(end)
		if words > 0 && p.l.linkNouns && !linked && slices.Contains(p.l.of, t.text) && p.isNounWord(end+1) {
			linked = true
			end = p.compoundEnd(end + 1)
			break
		}
		if !p.isNounWord(end) {
			break
		}
		end = p.compoundEnd(end)
	}
	return end
}

// words returns the text of some tokens as on one line.
func (p *parser) words(from, to int) string {
	return strings.Join(strings.Fields(p.text[p.at(from).start:p.at(to-1).end]), " ")
}

func (p *parser) isNounWord(i int) bool {
	t := p.at(i)
	if t.kind != word || t.dated || strings.HasSuffix(t.text, "'") {
		return false
	}
	if t.is&endsNoun == 0 {
		return true
	}
	_, basis := p.l.bases.at(p.ts, i)
	_, per := p.l.per.at(p.ts, i)
	_, after := p.l.after.at(p.ts, i)
	return basis == 0 && per == 0 && after == 0 && !slices.Contains(p.l.stop, t.text)
}

// compoundEnd steps over a word and what hyphens join to it, within reason.
func (p *parser) compoundEnd(i int) int {
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
func (p *parser) basis(f *foundAt, first, i int) int {
	j := i
	if p.at(j).text == "," {
		j++
	}
	if b, n := p.baseAt(j); n > 0 {
		f.Basis = b
		return j + n
	}
	if b, n := p.l.rates.at(p.ts, i); n > 0 && !p.tellsWhen(i) {
		f.Basis = b
		return i + n
	}
	if _, n := p.l.per.at(p.ts, i); n > 0 {
		j := i + n
		if end := p.basisNounEnd(j); end > j && !p.at(j).upper {
			f.Basis = p.words(j, end)
			return end
		}
	}
	// "chaque jour, un million", "récompense quotidienne d'un million"
	k := first
	if before := p.at(k - 1).text; before == "," || slices.Contains(p.l.of, before) {
		k--
	}
	if b, n := p.l.bases.endingAt(p.ts, k); n > 0 {
		f.Basis = b
	}
	return i
}

// baseAt reads a unit of time that something is counted for. "a year ago" and
// "the Daily Mail" are none, nor is a newspaper, "le quotidien".
func (p *parser) baseAt(i int) (basis string, n int) {
	b, n := p.l.bases.at(p.ts, i)
	if n == 0 || slices.Contains(p.l.noRate, p.at(i+n).text) || n == 1 && (p.at(i).upper && i > 0 || slices.Contains(p.l.noRateAfter, p.at(i-1).text)) {
		return "", 0
	}
	return b, n
}

// tellsWhen reports whether a time begins at i: "la semaine dernière".
func (p *parser) tellsWhen(i int) bool {
	_, relative := p.l.relative.at(p.ts, i)
	_, other := p.l.noDate.at(p.ts, i)
	return relative > 0 || other > 0
}

// basisNounEnd is nounEnd for a basis, which may have its "of": "pair of phone
// numbers".
func (p *parser) basisNounEnd(i int) int {
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
