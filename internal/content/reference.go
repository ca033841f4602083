package content

import (
	"errors"
	"regexp"
	"slices"

	"gopkg.in/yaml.v3"

	"receipts/internal/citation"
	"receipts/internal/diag"
)

// An Entity is a person or an organization.
type Entity struct {
	Title   Words
	Summary Inline // one neutral line
	Also    []Words
	Kind    Words // of organizations: a word of the vocabulary in site.yaml
	FEC     Words // the FEC's id of a committee: C00879510
	URL     Words
	Notes   []Outside
}

var fecPattern = regexp.MustCompile(`^C\d{8}$`)

var (
	personKeys = []key[Entity]{
		{"title", required, func(r *reader, e *Entity, n *yaml.Node) { e.Title = r.words(n) }},
		{"summary", required, func(r *reader, e *Entity, n *yaml.Node) { e.Summary = r.inline(n) }},
		{"also", false, func(r *reader, e *Entity, n *yaml.Node) { e.Also = r.wordList(n) }},
		{"url", false, func(r *reader, e *Entity, n *yaml.Node) { e.URL = r.url(n) }},
		{"notes", false, func(r *reader, e *Entity, n *yaml.Node) { e.Notes = r.outsides(n, false) }},
	}
	organizationKeys = append(slices.Clone(personKeys), []key[Entity]{
		{"kind", required, func(r *reader, e *Entity, n *yaml.Node) { e.Kind = r.words(n) }},
		{"fec", false, func(r *reader, e *Entity, n *yaml.Node) {
			e.FEC = r.words(n)
			if e.FEC.Text != "" && !fecPattern.MatchString(e.FEC.Text) {
				r.diags.AddHint(diag.BadNumber, e.FEC.Place, `"`+e.FEC.Text+`" is not the FEC id of a committee`, "it is the letter C and eight digits")
			}
		}},
	}...)
)

func (r *reader) entity(n *yaml.Node, organization bool) *Entity {
	e := &Entity{}
	what, keys := "a person", personKeys
	if organization {
		what, keys = "an organization", organizationKeys
	}
	object(r, n, what, e, keys)
	return e
}

// A Question is one question of law.
type Question struct {
	Title         Words // the question
	Short         Words
	Summary       Inline
	Law           []Law
	Positions     []Position
	DoNotConclude []Inline
	Later         []Outside
	Notes         []Outside
	Checked       Date // when its status was last looked up
}

// A Position is how one side puts its case.
type Position struct {
	Side   Words
	Points []Point
	Place  diag.Place
}

// A Point is one argument, with who makes it and where.
type Point struct {
	Says      Inline
	By        []Party
	Publisher Words
	URL       Words
	Mark      Mark
	Place     diag.Place
}

var questionKeys = []key[Question]{
	{"title", required, func(r *reader, q *Question, n *yaml.Node) { q.Title = r.words(n) }},
	{"short", required, func(r *reader, q *Question, n *yaml.Node) { q.Short = r.words(n) }},
	{"summary", required, func(r *reader, q *Question, n *yaml.Node) { q.Summary = r.inline(n) }},
	{"law", false, func(r *reader, q *Question, n *yaml.Node) { q.Law = r.laws(n) }},
	{"positions", false, func(r *reader, q *Question, n *yaml.Node) { q.Positions = itemsOf(r, n, (*reader).position) }},
	{"do_not_conclude", false, func(r *reader, q *Question, n *yaml.Node) { q.DoNotConclude = r.inlines(n) }},
	{"later", false, func(r *reader, q *Question, n *yaml.Node) { q.Later = r.outsides(n, true) }},
	{"notes", false, func(r *reader, q *Question, n *yaml.Node) { q.Notes = r.outsides(n, false) }},
	{"checked", false, func(r *reader, q *Question, n *yaml.Node) { q.Checked = r.day(n) }},
}

func (r *reader) question(n *yaml.Node) *Question {
	q := &Question{}
	object(r, n, "a legal question", q, questionKeys)
	return q
}

var (
	positionKeys = []key[Position]{
		{"side", required, func(r *reader, p *Position, n *yaml.Node) { p.Side = r.words(n) }},
		{"points", required, func(r *reader, p *Position, n *yaml.Node) { p.Points = itemsOf(r, n, (*reader).point) }},
	}
	pointKeys = []key[Point]{
		{"says", required, func(r *reader, o *Point, n *yaml.Node) { o.Says = r.inline(n) }},
		{"by", false, func(r *reader, o *Point, n *yaml.Node) { o.By = r.parties(n) }},
		{"publisher", false, func(r *reader, o *Point, n *yaml.Node) { o.Publisher = r.words(n) }},
		{"url", false, func(r *reader, o *Point, n *yaml.Node) { o.URL = r.url(n) }},
		{"mark", false, func(r *reader, o *Point, n *yaml.Node) { o.Mark = r.mark(n) }},
	}
)

func (r *reader) position(p *Position, n *yaml.Node) {
	p.Place = r.place(n)
	object(r, n, "a position", p, positionKeys)
}

func (r *reader) point(o *Point, n *yaml.Node) {
	o.Mark, o.Place = Unverified, r.place(n)
	object(r, n, "a point", o, pointKeys)
}

// An Authority is a statute, rule or decision that questions rest on.
type Authority struct {
	Title     Words
	Cite      Words
	Citation  citation.Citation // zero if Cite is no citation but a document's name
	Kind      string            // one of AuthorityKinds
	Summary   Inline
	URL       Words // where the address cannot be derived from the citation
	Publisher Words
	Date      Date
	Mark      Mark
	ReadAt    Words
	Later     []Outside // what became of it after the articles
	Notes     []Outside
}

// AuthorityKinds are the kinds of legal texts.
var AuthorityKinds = []string{
	"statute", "regulation", "constitution", "decision", "order-list", "advisory-opinion", "manual", "filing",
}

var authorityKeys = []key[Authority]{
	{"title", required, func(r *reader, a *Authority, n *yaml.Node) { a.Title = r.words(n) }},
	{"cite", required, func(r *reader, a *Authority, n *yaml.Node) {
		a.Cite = r.words(n)
		c, err := citation.Parse(a.Cite.Text)
		var bad *diag.Mistake
		if !errors.As(err, &bad) {
			a.Citation = c
		}
	}},
	{"kind", required, func(r *reader, a *Authority, n *yaml.Node) { a.Kind = r.choice(n, "kind", AuthorityKinds) }},
	{"summary", required, func(r *reader, a *Authority, n *yaml.Node) { a.Summary = r.inline(n) }},
	{"url", false, func(r *reader, a *Authority, n *yaml.Node) { a.URL = r.url(n) }},
	{"publisher", false, func(r *reader, a *Authority, n *yaml.Node) { a.Publisher = r.words(n) }},
	{"date", false, func(r *reader, a *Authority, n *yaml.Node) { a.Date = r.date(n) }},
	{"mark", false, func(r *reader, a *Authority, n *yaml.Node) { a.Mark = r.mark(n) }},
	{"read_at", false, func(r *reader, a *Authority, n *yaml.Node) { a.ReadAt = r.url(n) }},
	{"later", false, func(r *reader, a *Authority, n *yaml.Node) { a.Later = r.outsides(n, true) }},
	{"notes", false, func(r *reader, a *Authority, n *yaml.Node) { a.Notes = r.outsides(n, false) }},
}

func (r *reader) authority(n *yaml.Node) *Authority {
	a := &Authority{Mark: Unverified}
	object(r, n, "an authority", a, authorityKeys)
	return a
}

// A State is prose of ours about one state. Its name and code are built in.
type State struct {
	Summary Inline
	Notes   []Outside
}

var stateKeys = []key[State]{
	{"summary", false, func(r *reader, s *State, n *yaml.Node) { s.Summary = r.inline(n) }},
	{"notes", false, func(r *reader, s *State, n *yaml.Node) { s.Notes = r.outsides(n, false) }},
}

func (r *reader) state(n *yaml.Node) *State {
	s := &State{}
	object(r, n, "a state", s, stateKeys)
	return s
}

// A Term is a word of the glossary.
type Term struct {
	Title   Words
	Also    []Words
	Summary Inline // the definition
}

var termKeys = []key[Term]{
	{"title", required, func(r *reader, t *Term, n *yaml.Node) { t.Title = r.words(n) }},
	{"also", false, func(r *reader, t *Term, n *yaml.Node) { t.Also = r.wordList(n) }},
	{"summary", required, func(r *reader, t *Term, n *yaml.Node) { t.Summary = r.inline(n) }},
}

func (r *reader) term(n *yaml.Node) *Term {
	t := &Term{}
	object(r, n, "a term", t, termKeys)
	return t
}

// Prose is a page of ours that stands for itself: about, method, a chapter of
// the guide.
type Prose struct {
	Title   Words
	Summary Inline
	Order   int // of a chapter of the guide
}

var (
	proseKeys = []key[Prose]{
		{"title", required, func(r *reader, p *Prose, n *yaml.Node) { p.Title = r.words(n) }},
		{"summary", required, func(r *reader, p *Prose, n *yaml.Node) { p.Summary = r.inline(n) }},
	}
	chapterKeys = append(slices.Clone(proseKeys), key[Prose]{"order", false, func(r *reader, p *Prose, n *yaml.Node) { p.Order = r.number(n) }})
)

func (r *reader) prose(n *yaml.Node, guide bool) *Prose {
	p := &Prose{}
	what, keys := "a page", proseKeys
	if guide {
		what, keys = "a chapter of the guide", chapterKeys
	}
	object(r, n, what, p, keys)
	return p
}

// A Law is a reference to an authority: a citation, or an authority's id.
type Law struct {
	Citation citation.Citation
	ID       string // the citation's slug, or the id
	Place    diag.Place
}

func (r *reader) laws(n *yaml.Node) []Law {
	var out []Law
	r.list(n, func(item *yaml.Node) {
		w := r.words(item)
		if w.Text == "" {
			return
		}
		if IsID(w.Text) {
			out = append(out, Law{ID: w.Text, Place: w.Place})
			return
		}
		c, err := citation.Parse(w.Text)
		var bad *diag.Mistake
		if errors.As(err, &bad) {
			hint := bad.Hint
			if hint == "" {
				hint = `write it as "52 U.S.C. § 10307(c)", or give the id of a file in content/law/`
			}
			r.diags.AddHint(diag.BadCitation, r.part(item, bad.Start, bad.End), bad.Message, hint)
			return
		}
		out = append(out, Law{Citation: c, ID: c.Slug(), Place: w.Place})
	})
	return out
}
