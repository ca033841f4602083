package content

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Disagreement is one point on which accounts of a fact differ.
type Disagreement struct {
	About Words
	Kind  string  // one of DisagreementKinds
	On    []Words // of Aspects: what differs in the data of the reports
	Sides []Side  // oldest first
	Note  Inline

	// Outside is what others say on the point, who are none of the articles.
	Outside []Outside
	Place   diag.Place
}

// A Side is what one article says on a point of disagreement.
type Side struct {
	Article Ref
	Says    Inline
	Evidence
	Gives []Given
}

// Given is what a side repeats of its article's reports on one of [Aspects]. Package
// proof compares the two.
type Given struct {
	Aspect string
	// Values are several amounts or dates as their String methods write them, or
	// one set of ids, codes or stances as of [StatementOf]. [Silent] stands for none.
	Values []string
	Lost   bool // some of it could not be read, and that is reported
	Place  diag.Place
}

// Silent is what a side gives of an aspect on which its article is silent.
const Silent = "none"

// StatementOf writes a set of ids, codes or stances so that equal sets are equal
// texts; [MembersOf] reads it again.
func StatementOf(members []string) string {
	switch len(members) {
	case 0:
		return ""
	case 1: // most often; no allocation
		return members[0]
	}
	sorted := slices.Sorted(slices.Values(members))
	return strings.Join(slices.Compact(sorted), betweenMembers)
}

// MembersOf are the members of a set, sorted.
func MembersOf(statement string) []string { return strings.Split(statement, betweenMembers) }

const betweenMembers = ", " // which no id, code or stance has

// DisagreementKinds say in what way sources differ, in this order: both cannot be
// true as written; one says more; time may have passed between them; the words
// differ; one article differs from itself; the source contradicts what it prints.
var DisagreementKinds = []string{"contradiction", "scope", "time", "wording", "within-article", "probable-slip"}

// Aspects are the keys in which reports of one fact are compared. A disagreement
// "on" one of them explains a difference that is found there, and each of its sides
// repeats what its article reports. One without is about words, which are not
// compared. The stance is whom or what money is spent for and against, each a member
// such as "for rick-roe": that it is for one of them and against the same is one point.
var Aspects = []string{"amount", "date", "from", "to", "via", "stance", "refunds", "states"}

var disagreement = yamldoc.Object("a disagreement", []yamldoc.Field[Disagreement]{
	yamldoc.Key("about", yamldoc.Required, text, func(d *Disagreement) *Words { return &d.About }, "the point on which they differ, in a few words"),
	yamldoc.Key("kind", yamldoc.Required, yamldoc.Choice("kind", DisagreementKinds...), func(d *Disagreement) *string { return &d.Kind }, "in what way they differ, such as contradiction or scope"),
	yamldoc.Key("on", yamldoc.Optional, yamldoc.List(yamldoc.Placed(yamldoc.Choice("aspect", Aspects...))), func(d *Disagreement) *[]Words { return &d.On }, "what differs in the data of the reports, such as amount"),
	yamldoc.Key("sides", yamldoc.Required, sides, func(d *Disagreement) *[]Side { return &d.Sides }, "what each article says, one item for each, oldest first"),
	yamldoc.Key("note", yamldoc.Optional, inline, func(d *Disagreement) *Inline { return &d.Note }, "what a reader should know of the difference"),
	yamldoc.Key("outside", yamldoc.Optional, yamldoc.List(note), func(d *Disagreement) *[]Outside { return &d.Outside }, "what others than the articles say on the point"),
}).Then(func(r *yamldoc.Reader, d *Disagreement, n yamldoc.Node) { d.Place = r.Place(n) })

var sides = yamldoc.List(side).AtLeast(2).Then(func(r *yamldoc.Reader, sides *[]Side, n yamldoc.Node) {
	if len(*sides) < 2 {
		r.AddHint(diag.WrongType, r.Place(n), "a disagreement has two sides or more", "give each article its own item, oldest first")
	}
})

var side = yamldoc.Object("a side", sideKeys()).Then(func(r *yamldoc.Reader, s *Side, n yamldoc.Node) { s.Place = r.Place(n) })

func sideKeys() []yamldoc.Field[Side] {
	keys := []yamldoc.Field[Side]{
		yamldoc.Naming(yamldoc.Key("article", yamldoc.Required, ref, func(s *Side) *Ref { return &s.Article }, "the id of the article"), func(s *Side) string { return s.Article.Text }),
		yamldoc.Key("says", yamldoc.Required, inline, func(s *Side) *Inline { return &s.Says }, "one sentence of ours that names who says it"),
	}
	keys = append(keys, yamldoc.Part(func(s *Side) *Evidence { return &s.Evidence }, evidenceKeys(yamldoc.Optional))...)
	for _, aspect := range Aspects {
		keys = append(keys, yamldoc.Key(aspect, yamldoc.Optional, given(aspect), func(s *Side) *[]Given { return &s.Gives }, "what the article reports of it, or none"))
	}
	return keys
}

// stance is whom money is spent for or against, such as "for rick-roe".
var stance = yamldoc.Custom(&yamldoc.Form{What: text.What}, func(r *yamldoc.Reader, w *Words, n yamldoc.Node) bool { return text.Read(r, w, n) })

// given adds what a side repeats of its article's reports.
func given(aspect string) yamldoc.Type[[]Given] {
	forms := map[string]*yamldoc.Form{"amount": quantity.Form, "date": date.Form, "stance": stance.Form, "states": stateCode.Form}
	one := &yamldoc.Form{What: "a value", Words: []string{Silent}, Or: cmp.Or(forms[aspect], ref.Form)}
	form := &yamldoc.Form{What: yamldoc.ListName, Item: one}
	return yamldoc.Custom(form, func(r *yamldoc.Reader, gives *[]Given, n yamldoc.Node) bool {
		g := Given{Aspect: aspect, Place: r.Inside(n)}
		before := len(*r.List)
		var members []string
		r.EachItem(n, one, func(n yamldoc.Node) {
			var q Quantity
			var d Date
			var s StateCode
			var id Ref
			var on Words
			switch {
			case n.Text() == Silent:
				g.Values = append(g.Values, Silent)
			case aspect == "amount":
				if quantity.Read(r, &q, n); q.IsUnquantified() {
					g.Values = append(g.Values, Silent)
				} else if !q.IsZero() {
					g.Values = append(g.Values, q.String())
				}
			case aspect == "date":
				if date.Read(r, &d, n) {
					g.Values = append(g.Values, d.String())
				}
			case aspect == "states":
				if stateCode.Read(r, &s, n) {
					members = append(members, s.Code)
				}
			case aspect == "stance":
				if stance.Read(r, &on, n) {
					members = append(members, on.Text)
				}
			default:
				ref.Read(r, &id, n)
				members = append(members, id.Text)
			}
		})
		if len(members) > 0 {
			g.Values = append(g.Values, StatementOf(members))
		}
		g.Lost = len(*r.List) > before || len(g.Values) == 0
		*gives = append(*gives, g)
		return true
	})
}
