package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// What the figures of a sentence are to each other: items of a list that share
// their scale, their currency or their noun; a number of sums; a part and its
// whole.

// relate reads what r.all are to each other, from the last to the first, since
// what is shared stands behind the last: "$15, $18 and $27 million".
func (r *reader) relate() {
	for i := len(r.all) - 2; i >= 0; i-- {
		f, g := &r.all[i], &r.all[i+1]
		switch {
		case g.Whole:
			r.part(f, g)
		case r.isLeadingWhole(f, g):
			f.Whole = true
			g.Noun, g.nounFrom, g.nounEnd = f.Noun, f.nounFrom, f.nounEnd
		case r.isListed(f, g):
			f.share(g)
		case !f.IsMoney() && g.IsMoney():
			r.multiply(f, g)
		}
	}
	for i := range r.all {
		if i > 0 {
			r.goOn(&r.all[i], &r.all[i-1])
		}
		r.paidApiece(&r.all[i])
	}
}

// part reads "four out of five": a share, and no number of anything.
func (r *reader) part(f, g *foundAt) {
	if _, n := r.l.outOf.at(r.ts, f.next); n > 0 && isRatio(g.Lo) {
		f.notUnderstood(r, f.first, g.next, span{f.next, f.next + n})
	}
}

// isLeadingWhole reports whether g is a part of f: "Of the 80 voters, 31 were".
func (r *reader) isLeadingWhole(f, g *foundAt) bool {
	k := f.first - 1
	if r.at(k).is&isArticle != 0 && r.at(k).is&isOf == 0 {
		k--
	}
	part := g.first
	for r.at(part-1).is&isPlain != 0 { // "only 31"
		part--
	}
	opens := (r.at(k).is&isOf != 0 || slices.Contains(r.l.among, r.at(k).text)) && r.at(k-1).kind == mark
	return opens && r.at(part-1).text == "," && f.nounEnd > 0 && !g.IsMoney() && g.Kind == amount.Point && f.Kind == amount.Point && decimalLess(g.Lo, f.Lo) &&
		(g.nounEnd == 0 || r.isVerbForm(g.nounFrom))
}

// isRatio reports whether a number is the whole of a share rather than of a count.
func isRatio(whole string) bool { return len(whole) == 1 || whole == "10" || whole == "100" }

// isListed reports whether nothing but a conjunction stands between two figures.
func (r *reader) isListed(f, g *foundAt) bool {
	k := f.next
	if r.at(k).text == "," {
		k++
	}
	joined := k > f.next
	switch t := r.at(k); {
	case t.is&isJoining != 0: // "and later"
		for k++; r.at(k).is&isJoining != 0 && k < f.next+maxItem; k++ {
		}
	case t.is&isAgainst != 0: // "against the rival's $8 million"
		for k++; k < g.first && k <= f.next+maxHead; k++ {
			if t := r.at(k); t.is&isArticle == 0 && !r.isNounWord(k) && !strings.HasSuffix(t.text, "'") {
				break
			}
		}
	case !joined || f.IsMoney() && f.num.scaled():
		return false
	}
	return k == g.first && k > f.next
}

// share gives f what it has in common with the item behind it.
func (f *foundAt) share(g *foundAt) {
	sameKind := f.Currency == "" && f.Noun == "" || f.Currency == g.Currency && f.Currency != ""
	if !sameKind || f.Currency == "" && f.Basis != "" || f.Kind != amount.Point || g.Kind != amount.Point || f.num.some || f.num.article {
		return
	}
	f.listed, g.listed = true, true
	if f.Currency != "" && g.num.zeros < 0 { // "52 dollars and 53 cents"
		return
	}
	if f.Currency == "" {
		f.Currency, f.Stated, f.kind = g.Currency, g.Stated, g.kind
		f.Noun, f.nounFrom, f.nounEnd = g.Noun, g.nounFrom, g.nounEnd
		f.Basis, f.perFrom, f.perEnd = g.Basis, g.perFrom, g.perEnd
	}
	if f.num.zeros != 0 || g.num.zeros == 0 || !decimalLess(f.Lo, "1000") || f.num.vague != "" {
		return
	}
	if whole(f.Lo) > whole(g.num.written)+1 { // "$250 and $9 million"
		f.open = true
		return
	}
	f.num.zeros = g.num.zeros
	f.Lo = shifted(f.Lo, g.num.zeros)
	f.Hi = f.Lo
}

// goOn gives a number of millions, or the next item of a list, the currency of the sum
// before it: "raised 7 million euros and spent 9 million".
func (r *reader) goOn(f, before *foundAt) {
	if f.Currency == "" && f.Noun == "" && before.IsMoney() && (f.num.scaled() || f.num.digits && r.itemBefore(f.first) == before) {
		f.money(currency{before.Currency, before.Stated, before.kind})
	}
}

// itemBefore returns the figure of the item before the one that names token i, if both
// are parted by a comma or "and", and name what they are for: "the city $4, the region".
func (r *reader) itemBefore(i int) *foundAt {
	k := i - 1
	for k > i-maxItem && r.isNounWord(k) && r.at(k).is&weights == 0 {
		k--
	}
	if k == i-1 || r.at(k).is&isArticle == 0 || r.at(k).is&isOf != 0 {
		return nil
	}
	item := k
	if k--; r.at(k).is&isJoining != 0 {
		k--
	}
	if r.at(k).text == "," {
		k--
	}
	if k == item-1 {
		return nil
	}
	return r.figureBefore(k + 1)
}

// whole is the number of digits of a decimal before its point.
func whole(value string) int {
	if i := slices.Index([]byte(value), '.'); i >= 0 {
		return i
	}
	return len(value)
}

// multiply reads a number of sums: "four $50,000 checks", "6 payments of $15,000".
// The sum is what each of them is.
func (r *reader) multiply(f, g *foundAt) {
	if f.Noun == "percent" || f.Lo == "1" && f.Vague == "" && !f.Some {
		return
	}
	between := r.at(f.next)
	switch {
	case f.next == g.first && f.nounEnd > 0 && r.isVerbForm(f.nounEnd-1): // "240 donors gave $1.2 million"
	case f.next == g.first:
		end := r.nounOnly(g.next)
		between := r.at(f.next - 1)
		strange := f.nounEnd > 0 && !isPlural(between.text) && between.is&isPlain == 0 // "four negative $50,000 checks"
		if end == g.next || g.Basis != "" || strange {                                 // "paid 80 volunteers $500"
			g.notUnderstood(r, f.first, g.next, span{f.first, f.next})
			return
		}
		f.Noun, f.nounFrom, f.nounEnd, f.counts = r.words(g.next, end), g.next, end, true
		r.apiece(g, g.next, end)
	case f.nounEnd > 0 && f.nounEnd == f.next && f.next+1 == g.first && between.is&isOf != 0:
		r.apiece(g, f.nounFrom, f.nounEnd)
	case f.nounEnd > 0 && f.next+1 == g.first && between.is&isFor != 0 && !r.isVerbForm(f.nounEnd-1): // "five checks for $600,000"
		g.forMany = true
	}
}

// apiece makes of f the sum of each of what some tokens name.
func (r *reader) apiece(f *foundAt, from, end int) {
	if f.Basis == "" {
		f.Basis, f.perFrom, f.perEnd = singular(r.words(from, end)), from, end
	}
}

// paidApiece reads the noun that a sum belongs to: "checks of $1.3 million", "$20
// million contributions". Of several things it may be what each of them is; of one
// it may be stated so, "a 47-dollar cheque".
func (r *reader) paidApiece(f *foundAt) {
	if !f.IsMoney() || f.Basis != "" || f.perEnd > 0 || f.Kind == amount.Vague {
		return
	}
	from, end, plural := r.nounOfSum(f)
	f.perFrom, f.perEnd, f.each = from, end, plural && !f.listed
}

// nounOfSum returns the noun that a sum is said of, and whether it is of several
// things.
func (r *reader) nounOfSum(f *foundAt) (from, end int, plural bool) {
	if end = r.nounOnly(f.next); end > f.next && !r.l.linkNouns {
		head := r.at(end - 1)
		return f.next, end, isPlural(head.text) && head.is&isMass == 0
	}
	if k := f.first - 2; r.at(f.first-1).text == r.l.at && r.isNounWord(k) && isPlural(r.at(k).text) && !r.isVerbForm(k) { // "tickets at $15"
		return k, k + 1, true
	}
	if h := r.headBefore(f.first); h.plural && !h.verb { // "a refund of $5" is no rate
		return h.from, h.end, r.at(h.noun).is&isMass == 0
	}
	return 0, 0, false
}

// nounOnly is nounEnd without a verb at its end: "grants went".
func (p *tokens) nounOnly(i int) int {
	for end := i; end < p.nounEnd(i); end++ {
		isNoun := end == i && isPlural(p.at(i).text) && p.at(i).is&isMoved != 0 && p.at(i+1).is&isArticle == 0 // "$7 million transfers"
		if p.isVerbForm(end) && !isNoun {
			return end
		}
	}
	return p.nounEnd(i)
}

// head is the noun before "of", with its adjectives.
type head struct {
	from, end int // its tokens; none if there is no noun
	noun      int
	plural    bool
	verb      bool // it is a verb: "augmenté de"
}

// maxHead is the number of words before "of" that are looked at.
const maxHead = 5

// headBefore reads what stands before "of" and a figure that begins at token i:
// "several donations of", "des droits estimés à". French has its noun first and
// tells the number by its article, English has it last.
func (r *reader) headBefore(i int) (h head) {
	l, k := r.l, i-1
	for r.at(k).is&isArticle != 0 && r.at(k).is&isOf == 0 && k >= i-2 { // "of the"
		k--
	}
	if r.at(k).is&isOf == 0 {
		return h
	}
	if g := r.figureBefore(k); g != nil && g.nounEnd == k { // "quinze reçus de"
		return head{from: g.nounFrom, end: k, noun: k - 1}
	}
	from := k
	for from > 0 && from > k-maxHead && r.at(from-1).kind == word && r.at(from-1).is&(isArticle|isFunction|isAuxiliary) == 0 && !(from < k && r.at(from-1).is&isVerb != 0) {
		from--
	}
	if from == k {
		return h
	}
	before := r.at(from - 1)
	h = head{from: from, end: k, noun: k - 1}
	if l.linkNouns {
		h.noun = from
		h.plural = before.is&isPluralArticle != 0
		h.verb = before.is&isAuxiliary != 0
	} else {
		h.plural = isPlural(r.at(k - 1).text)
	}
	return h
}

// isVerbForm reports whether token i is a verb by its form.
func (p *tokens) isVerbForm(i int) bool {
	t := p.at(i)
	return t.kind == word && (t.is&(isVerb|isDative|isAuxiliary) != 0 || hasAnySuffix(t.text, p.l.forms...))
}

// notUnderstood leaves f in doubt because of some tokens.
func (f *foundAt) notUnderstood(r *reader, from, next int, word span) {
	if f.Doubt != NoDoubt {
		return
	}
	f.Doubt = Unread
	f.lead, f.tail = min(f.lead, r.at(from).start), max(f.tail, r.at(next-1).end)
	f.weight = span{r.at(word.start).start, r.at(word.end - 1).end}
}
