package content

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A Fact is what we add to a fact that articles report: a title, relations,
// why the sources differ.
type Fact struct {
	Title         Words
	Summary       Inline
	PartOf        Ref
	Disagreements []Disagreement
	Later         []Outside // after the articles
	Notes         []Outside
}

// A Disagreement is one point on which accounts of a fact differ.
type Disagreement struct {
	About Words
	Kind  string  // one of DisagreementKinds
	On    []Words // of Aspects: what differs in the data of the reports
	Sides []Side  // oldest first
	Note  Inline
	Place diag.Place
}

// A Side is what one article says on a point of disagreement.
type Side struct {
	Article Ref
	Says    Inline
	Evidence
	Gives []Given
}

// Given is what a side repeats of its article's reports, one of [Aspects], so
// that the build can tell when the two part.
type Given struct {
	Aspect string
	// Values are statements in the form of [StatementOf] and the like: several
	// amounts or dates, or one set of parties or states. [Silent] stands for an
	// article that gives none.
	Values []string
	Lost   bool // some of it could not be read, and that is reported
	Place  diag.Place
}

// Silent is what a side gives of an aspect on which its article is silent.
const Silent = "none"

// StatementOf writes a set of ids or codes in the one form in which equal sets
// are equal.
func StatementOf(members []string) string {
	switch len(members) {
	case 0:
		return ""
	case 1: // as in most reports, all of which are asked
		return members[0]
	}
	sorted := slices.Sorted(slices.Values(members))
	return strings.Join(slices.Compact(sorted), " ")
}

// DisagreementKinds say in what way sources differ: both cannot be true as
// written; one says more; time may have passed between them; the words differ;
// one article differs from itself; the source itself speaks against what it prints.
var DisagreementKinds = []string{"contradiction", "scope", "time", "wording", "within-article", "probable-slip"}

// Aspects are the keys of a report in which reports of one fact are compared. A
// disagreement that is declared "on" one of them explains what the build finds
// there, and each of its sides repeats what its article reports; one without is
// about words, which no program compares.
var Aspects = []string{"amount", "date", "from", "to", "states"}

var ownFactKeys = []key[Fact]{
	{"title", required, func(r *reader, f *Fact, n *yaml.Node) { f.Title = r.words(n) }},
	{"summary", false, func(r *reader, f *Fact, n *yaml.Node) { f.Summary = r.inline(n) }},
	{"part_of", false, func(r *reader, f *Fact, n *yaml.Node) { f.PartOf = r.ref(n) }},
	{"disagreements", false, func(r *reader, f *Fact, n *yaml.Node) { f.Disagreements = itemsOf(r, n, (*reader).disagreement) }},
	{"later", false, func(r *reader, f *Fact, n *yaml.Node) { f.Later = r.outsides(n, true) }},
	{"notes", false, func(r *reader, f *Fact, n *yaml.Node) { f.Notes = r.outsides(n, false) }},
}

func (r *reader) fact(n *yaml.Node) *Fact {
	f := &Fact{}
	object(r, n, "a fact", f, ownFactKeys)
	return f
}

var (
	disagreementKeys = []key[Disagreement]{
		{"about", required, func(r *reader, d *Disagreement, n *yaml.Node) { d.About = r.words(n) }},
		{"kind", required, func(r *reader, d *Disagreement, n *yaml.Node) { d.Kind = r.choice(n, "kind", DisagreementKinds) }},
		{"on", false, func(r *reader, d *Disagreement, n *yaml.Node) {
			r.list(n, func(n *yaml.Node) {
				if aspect := r.choice(n, "aspect", Aspects); aspect != "" {
					d.On = append(d.On, Words{aspect, r.inside(n)})
				}
			})
		}},
		{"sides", required, func(r *reader, d *Disagreement, n *yaml.Node) {
			if d.Sides = itemsOf(r, n, (*reader).side); len(d.Sides) < 2 {
				r.diags.AddHint(diag.WrongType, r.place(n), "a disagreement has two sides or more", "give each article its own item, oldest first")
			}
		}},
		{"note", false, func(r *reader, d *Disagreement, n *yaml.Node) { d.Note = r.inline(n) }},
	}
	sideKeys = func() []key[Side] {
		keys := append([]key[Side]{
			{"article", required, func(r *reader, s *Side, n *yaml.Node) { s.Article = r.ref(n) }},
			{"says", required, func(r *reader, s *Side, n *yaml.Node) { s.Says = r.inline(n) }},
		}, keysOf(func(s *Side) *Evidence { return &s.Evidence }, evidenceKeys(false))...)
		for _, aspect := range Aspects {
			keys = append(keys, key[Side]{aspect, false, func(r *reader, s *Side, n *yaml.Node) {
				s.Gives = append(s.Gives, r.given(aspect, n))
			}})
		}
		return keys
	}()
)

func (r *reader) disagreement(d *Disagreement, n *yaml.Node) {
	d.Place = r.place(n)
	object(r, n, "a disagreement", d, disagreementKeys)
}

func (r *reader) side(s *Side, n *yaml.Node) {
	object(r, n, "a side", s, sideKeys)
	s.Place = r.place(n)
}

// given reads what a side repeats of its article's reports.
func (r *reader) given(aspect string, n *yaml.Node) Given {
	g := Given{Aspect: aspect, Place: r.inside(n)}
	before := len(*r.diags)
	var members []string
	r.list(n, func(n *yaml.Node) {
		switch {
		case n.Value == Silent:
			g.Values = append(g.Values, Silent)
		case aspect == "amount":
			if q := r.quantity(n); q.IsUnquantified() {
				g.Values = append(g.Values, Silent)
			} else if !q.IsZero() {
				g.Values = append(g.Values, q.String())
			}
		case aspect == "date":
			if d := r.date(n); d.IsSet() {
				g.Values = append(g.Values, d.String())
			}
		case aspect == "states":
			if s, ok := r.stateCode(n); ok {
				members = append(members, s.Code)
			}
		default:
			members = append(members, r.ref(n).Text)
		}
	})
	if len(members) > 0 {
		g.Values = append(g.Values, StatementOf(members))
	}
	g.Lost = len(*r.diags) > before || len(g.Values) == 0
	return g
}
