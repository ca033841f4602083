package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/locale"
	"receipts/internal/site"
	"receipts/internal/verbatim"
)

// Input is what is checked.
type Input struct {
	Site  *site.Site
	First *site.Site              // the first edition, if Site is a further one
	Pages map[*content.Page]*Page // what [ReadPage] returned of each page
	Lock  *verbatim.Lock          // what is known of the quotes; may be nil
	Lint  bool                    // whether to say what could be better

	// Words has what units and bases are called in the language of a further edition; nil
	// for the first, in whose language they are stated.
	Words *locale.Locale

	// Once says that there is no next check: the Proof keeps of each page only what its
	// quotes came to, since nothing else is asked of it then.
	Once bool

	// Memory is what the check before has left; nil if there was none.
	Memory *Memory

	// Each calls f for 0 to n-1, several at once, and returns when all are done.
	// Without it they come one after the other, with the same result.
	Each func(n int, f func(i int))
}

// A Proof is a Site with what its statements stand on. It never changes.
type Proof struct {
	Site  *site.Site
	pages map[*content.Page]*Page
	lock  *verbatim.Lock
	words *locale.Locale

	many map[*site.Fact]*statedFact // the facts with many reports, which each of their articles may speak of
}

// Check makes the checks that need the whole Site. Besides the Proof and the
// mistakes it returns what the next check may know. A check only reads: it is a
// function from a part of the Site to its mistakes.
//
// What is stated is checked in the first edition of a site. The words of the others
// are checked for the figures, dates and states that they repeat, and for whom they name.
func Check(in Input) (*Proof, *Memory, diag.List) {
	p := &Proof{Site: in.Site, pages: in.Pages, lock: in.Lock, words: in.Words}
	p.readMany()
	var diags diag.List
	if in.Site.IsFirst() {
		diags = p.checkFacts(in)
	}
	if in.Memory != nil && !in.Memory.regions.Equal(in.Site.Regions) {
		in.Memory = nil
	}
	memory := in.Memory
	if !in.Site.Partial { // facts may be missing that prose repeats
		many := basesOfMany(in.Site.Facts, in.Memory.reports())
		bases := make([][]basis, len(in.Site.Articles))
		each(in.Each, len(bases), func(i int) []basis {
			bases[i] = basesOf(in.Site.Articles[i], many)
			return nil
		})
		told := checkedStatements{misstated: make([][]string, len(bases))}
		if in.Site.IsFirst() {
			told = p.checkStatements(in, bases)
		}
		diags = append(diags, told.diags...)
		var more diag.List
		more, memory = p.checkProse(in, many, bases, told.misstated)
		memory.called, memory.stood, memory.regions = told.called, told.stood, in.Site.Regions
		diags = append(diags, more...)
	}
	diags = append(diags, p.checkCalled()...)
	if !in.Site.IsFirst() && !in.Site.Partial {
		var more diag.List
		more, memory.called, memory.retold = p.checkRetold(in)
		diags = append(diags, more...)
	}
	if in.Site.IsFirst() {
		diags = append(diags, p.checkRest()...)
	}
	if in.Once {
		p.pages, p.many = make(map[*content.Page]*Page, len(in.Pages)), nil
		for page, read := range in.Pages {
			p.pages[page] = &Page{carriers: read.carriers, refuted: read.refuted}
		}
	}
	return p, memory, diags
}

// checkFacts checks what is stated of each fact.
func (p *Proof) checkFacts(in Input) diag.List {
	facts := in.Site.Facts
	return each(in.Each, len(facts), func(i int) (diags []diag.Diagnostic) {
		for _, r := range facts[i].Reports {
			diags = append(diags, checkStateCount(r)...)
			diags = append(diags, p.checkHolding(r)...)
			diags = append(diags, p.checkSideGiven(r)...)
		}
		diags = append(diags, p.checkSides(facts[i])...)
		return append(diags, checkPart(facts[i])...)
	})
}

// checkRest makes the checks that take each thing alone.
func (p *Proof) checkRest() (diags diag.List) {
	diags = append(diags, checkLanguages(p.Site.Config)...)
	diags = append(diags, p.checkSideTranslations()...)
	diags = append(diags, p.checkDays()...)
	diags = append(diags, p.checkUnsaid()...)
	diags = append(diags, p.checkMarks()...)
	diags = append(diags, p.checkLetters()...)
	for _, a := range p.Site.Articles {
		diags = append(diags, p.checkComputed(a)...)
	}
	return append(diags, p.checkLock()...)
}

// perPiece is how many calls of [each] go to a processor together.
const perPiece = 32

// each asks check for 0 to n-1, by loop if there is one, and joins what is found
// in that order.
func each[T any](loop func(n int, f func(i int)), n int, check func(i int) []T) []T {
	if loop == nil {
		loop = inTurn
	}
	found := make([][]T, (n+perPiece-1)/perPiece)
	loop(len(found), func(p int) {
		for i := p * perPiece; i < min(n, (p+1)*perPiece); i++ {
			found[p] = append(found[p], check(i)...)
		}
	})
	return slices.Concat(found...)
}

func inTurn(n int, f func(i int)) {
	for i := range n {
		f(i)
	}
}

// read is what was read of a page.
func (p *Proof) read(of *content.Page) *Page {
	if page := p.pages[of]; page != nil {
		return page
	}
	return &Page{}
}

// Carrier is the part of a quote from a that says the figure or the date of its
// report, in bytes; empty if no one place does.
func (p *Proof) Carrier(a *site.Article, e *content.Evidence) evidence.Carrier {
	return p.read(a.Page).carriers[e.Quote.Place]
}

// isRefuted reports whether the quote of r gives another figure or date, which
// [ReadPage] has reported: what repeats the one of r is not to blame for it.
func (p *Proof) isRefuted(r *site.Report) bool {
	return slices.Contains(p.read(r.Article.Page).refuted, r.Report)
}
