package evidence

import (
	"slices"
	"strings"
)

// The claim of a sentence of ours is what it says that a source says: “BFM writes
// that Musk pays this; it names no payer” claims that Musk pays. It is the first
// clause behind who says it, without remarks between commas and without what the
// article is said to lack.

// Turned reports whether the claim of an English sentence is denied or doubted where
// no quote denies or doubts anything, or the other way round, and says how. Of the words
// of the quotes that somebody has read, and of what they are in a translation, nothing
// is known: they agree with either side.
func Turned(sentence string, quote Quote, read []string) (message string, turned bool) {
	said := readSentence(sentence)
	var in, first quoted // all quotes, and the one that the sentence rests on
	for i, q := range append([]Quote{quote}, quote.More...) {
		isRead := in.add(q.Lang, q.Text, read, nil)
		in.add(q.translationLang(), q.Translation, nil, &isRead)
		if i == 0 {
			first = in
		}
	}
	claim, all := &said.claim, &said.all
	switch {
	case !in.read:
	case in.against == 0 && !in.soft && len(claim.negations)+len(claim.denied) > 0:
		return "the sentence says “" + firstOf(claim.negations, claim.denied).Text + "”, and no quote denies anything", true
	case first.against > 0 && all.against() == 0 && !all.soft:
		return "the quote says “" + first.denial.Text + "”, and the sentence denies nothing", true
	case first.undone.Text != "" && all.against() == 0 && !all.soft:
		return "the quote says “" + first.undone.Text + "”, and the sentence denies nothing", true
	case len(claim.undone) > 0 && in.against == 0 && !in.soft:
		return "the sentence says “" + claim.undone[0].Text + "”, and no quote denies anything", true
	case in.against == 0 && in.undone.Text != "" && len(claim.undone) > 0 && len(claim.negations)+len(claim.denied) > 0,
		claim.doubled && !in.doubled, claim.against() > max(1, in.once) && (claim.against()-in.once)%2 == 1 && in.once > 0:
		return "the sentence denies what a quote denies already", true
	case in.mayDoubt == 0 && len(claim.strong) > 0:
		return "the sentence doubts (“" + claim.strong[0].Text + "”), and no quote does", true
	case first.doubts > 0 && len(all.doubts) == 0:
		return "the quote doubts or sets a condition (“" + first.doubt.Text + "”), and the sentence does not", true
	}
	if len(all.negations) > 0 { // "does not accept" is no opposite of "rejects"
		return "", false
	}
	l := englishSaying()
	for _, text := range in.texts {
		if w, will, ok := l.doneAhead(said.words, text); ok {
			return "a quote says “" + will + "”, and the sentence tells it as done (“" + w + "”)", true
		}
		if w, other, ok := opposed(text.l, text.words, englishSaying(), said.words, false); ok {
			return "a quote says “" + other.Text + "”, the sentence “" + w.Text + "”", true
		}
	}
	return "", false
}

// doneAhead reports whether a sentence tells that something was given of which a quote in
// English says that it will be. A sentence that speaks of the future, of a promise or of
// an offer does not, nor one whose quote tells of something given as well.
func (l *saying) doneAhead(sentence []plainWord, quote quotedText) (done, will string, ok bool) {
	if quote.l != l {
		return "", "", false
	}
	for i, w := range quote.words {
		switch {
		case l.given[w.text]:
			return "", "", false
		case l.ahead[w.text] && i+1 < len(quote.words) && l.give[quote.words[i+1].text]:
			will = w.text + " " + quote.words[i+1].text
		}
	}
	for _, w := range sentence {
		switch {
		case l.ahead[w.text] || l.promised[w.text]:
			return "", "", false
		case l.given[w.text]:
			done = w.text
		}
	}
	return done, will, done != "" && will != ""
}

// quoted is what of all quotes of a sentence denies or doubts.
type quoted struct {
	read          bool
	against, once int // denials; of the second without the translations
	doubts        int
	mayDoubt      int // with what a sentence may leave out
	denial, doubt Word
	undone        Word
	soft, doubled bool
	texts         []quotedText
}

type quotedText struct {
	l     *saying
	words []plainWord
}

// add adds a quote, in which somebody has read some words, and returns the polarity of
// these; or its translation, which has words for them.
func (in *quoted) add(lang, text string, read []string, inQuote *polarity) (isRead polarity) {
	l := sayingOf(lang)
	if l == nil || text == "" {
		return isRead
	}
	ws := plainWords(text)
	in.texts = append(in.texts, quotedText{l, ws})
	p := l.read(ws, 0, len(ws), nil)
	p, isRead = p.without(text, read)
	if inQuote != nil && inQuote.against()+len(inQuote.undone) > 0 {
		p.negations, p.refusals, p.undone, p.soft = nil, nil, nil, true
	}
	if inQuote != nil && len(inQuote.doubts) > 0 {
		p.doubts = nil
	}
	in.read = true
	if in.against == 0 {
		in.denial = firstOf(p.negations, p.refusals)
	}
	mayDoubt := len(p.doubts) + len(isRead.doubts)
	doubts := slices.DeleteFunc(p.doubts, func(w Word) bool { return l.noDoubtAlone[w.Text] })
	if in.doubts == 0 {
		in.doubt = firstOf(doubts)
	}
	if in.undone.Text == "" {
		in.undone = firstOf(p.undone)
	}
	in.against, in.doubts, in.mayDoubt = in.against+p.against(), in.doubts+len(doubts), in.mayDoubt+mayDoubt
	if inQuote == nil {
		in.once += p.against()
	}
	in.soft, in.doubled = in.soft || p.soft, in.doubled || p.doubled
	return isRead
}

// without parts p in what stands outside the words that somebody has read and what
// stands in them, of which it is not known what they deny.
func (p polarity) without(text string, read []string) (out, in polarity) {
	out = p
	for _, list := range []struct{ all, in *[]Word }{{&out.negations, &in.negations}, {&out.refusals, &in.refusals}, {&out.undone, &in.undone}, {&out.doubts, &in.doubts}} {
		*list.all = slices.DeleteFunc(slices.Clone(*list.all), func(w Word) bool {
			isRead := slices.ContainsFunc(read, func(words string) bool {
				at := strings.Index(text, words)
				return at >= 0 && at <= w.Start && w.End <= at+len(words)
			})
			if isRead {
				*list.in = append(*list.in, w)
			}
			return isRead
		})
	}
	out.soft = out.soft || in.against()+len(in.undone) > 0
	return out, in
}

// A spokenSentence is a sentence of ours: the polarity of its claim, and that of all
// of it but of what it says the article lacks.
type spokenSentence struct {
	words      []plainWord
	claim, all polarity
}

func readSentence(text string) spokenSentence {
	l := englishSaying()
	ws := plainWords(text)
	skip := make([]bool, len(ws))
	tellers := l.tellers(ws)
	for i := range ws {
		skip[i] = l.isLack(ws, i, tellers)
	}
	s := spokenSentence{words: ws, all: l.read(ws, 0, len(ws), skip)}
	s.claim = l.read(ws, 0, l.markClaim(ws, skip), skip)
	return s
}

// isLack reports whether word i negates what the article does not tell: "names no
// payer", "does not say", "whom it does not name", "are not named", "without a
// figure".
func (l *saying) isLack(ws []plainWord, i int, tellers []string) bool {
	w := ws[i].text
	if !l.negations[w] && !isContraction(ws, i) {
		return false
	}
	near := func(from, to int, set map[string]bool) bool {
		for k := max(from, 0); k <= min(to, len(ws)-1); k++ {
			if ws[k].isMark && ws[k].text != "'" {
				return false
			}
			if set[ws[k].text] {
				return true
			}
		}
		return false
	}
	switch w {
	case "without":
		return near(i+1, i+3, lackNouns) || near(i+1, i+1, lackVerbs)
	case "no", "neither", "nor", "none", "nothing", "nobody":
		return i > 0 && lackVerbs[ws[i-1].text] || i > 1 && !ws[i-1].isMark && lackVerbs[ws[i-2].text] || w == "nor" || w == "neither" && i > 0 && ws[i-1].text == "with"
	}
	if !near(i+1, i+2, lackVerbs) {
		return false
	}
	// "does not say" needs the article as its subject; "is not named" has another.
	for k := i - 1; k >= max(0, i-4); k-- {
		switch t := ws[k].text; {
		case t == "is" || t == "are": // not "was not given", which is what happened
			return true
		case lackSubjects[t], slices.Contains(tellers, t):
			return true
		}
	}
	return false
}

// tellers are the last words of the names of who tells: "BFM" in "BFM writes", "Next"
// in "cited by Next".
func (l *saying) tellers(ws []plainWord) (all []string) {
	for i, w := range ws {
		switch {
		case i > 0 && ws[i-1].upper && (l.speech[w.text] && i < maxTeller || w.text == "does" && i == 1):
			all = append(all, ws[i-1].text)
		case w.upper && i > 1 && ws[i-1].text == "by" && (ws[i-2].text == "cited" || ws[i-2].text == "quoted"):
			for i+1 < len(ws) && ws[i+1].upper {
				i++
			}
			all = append(all, ws[i].text)
		}
	}
	return all
}

// maxTeller is how far the name of who tells a sentence may stand from its beginning.
const maxTeller = 5

// markClaim returns the end of the claim, and marks in skip the remarks inside it.
func (l *saying) markClaim(ws []plainWord, skip []bool) (next int) {
	first := l.claimStart(ws)
	for i := first; i < len(ws); i++ {
		switch t := ws[i].text; {
		case t == ";" || t == ":" || t == "." && i+1 < len(ws) && ws[i+1].upper:
			return i
		case t == "(":
			for ; i < len(ws) && ws[i].text != ")"; i++ {
				skip[i] = true
			}
		case t == ",":
			if end := remarkEnd(ws, i); end > 0 {
				for ; i < end; i++ {
					skip[i] = true
				}
				continue
			}
			if i+1 < len(ws) && claimEnders[ws[i+1].text] {
				return i
			}
		case t == "and" && i+1 < len(ws) && (andEnders[ws[i+1].text] || lackVerbs[ws[i+1].text] || l.reports[ws[i+1].text]):
			return i
		case clauseStarters[t] && i > first+1:
			return i
		}
	}
	return len(ws)
}

// maxRemarkWords is how long a remark between commas may be.
const maxRemarkWords = 16

// remarkEnd returns the second comma of a remark that begins with the comma i; 0 if
// none does.
func remarkEnd(ws []plainWord, i int) int {
	if i+1 >= len(ws) || !remarkOpeners[ws[i+1].text] && !hasAnySuffixLonger(ws[i+1].text, []string{"ing"}) {
		return 0
	}
	for k := i + 1; k < min(len(ws), i+maxRemarkWords); k++ {
		switch ws[k].text {
		case ",":
			return k
		case ";", ".", ":":
			return 0
		}
	}
	return 0
}

// claimStart returns the first word behind who says it: behind "BFM writes that",
// "According to Reuters, cited by Next,".
func (l *saying) claimStart(ws []plainWord) int {
	i := 0
	if len(ws) > 1 && ws[0].text == "according" && ws[1].text == "to" {
		for i < len(ws) {
			for i < len(ws) && ws[i].text != "," {
				i++
			}
			i++
			if i >= len(ws) || ws[i].text != "cited" && ws[i].text != "quoted" && ws[i].text != "as" && ws[i].text != "who" && ws[i].text != "which" {
				break
			}
		}
		return min(i, len(ws))
	}
	said := false
	for i := range min(len(ws), maxAttribution) {
		switch {
		case l.speech[ws[i].text]:
			said = true
		case said && ws[i].text == "that" && i+1 < len(ws):
			return i + 1
		case ws[i].text == ";":
			return 0
		}
	}
	return 0
}

// maxAttribution is how far the head of a sentence that says who says it may reach.
const maxAttribution = 16
