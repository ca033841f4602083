package site

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/markdown"
)

// A Relation says why something is mentioned, from the side of what is
// mentioned: "reported by", "pays in".
type Relation int

// Relations, in the order readers see them.
const (
	ReportedBy Relation = iota // an article reports the fact
	Publishes                  // it published the article
	Writes                     // she wrote the article
	Pays                       // it pays in the fact
	IsPaid                     // it is paid in the fact
	Says                       // it says what the fact reports
	AboutIt                    // the claim is about it
	RaisedIn                   // the article raises the question
	AskedOf                    // the question is asked of the fact
	RestsOn                    // the question rests on the authority
	Places                     // the fact concerns the state
	SaidOf                     // the article says something of the state
	Disagrees                  // the article is one side of a disagreement
	HasPart                    // the fact is a part of it
	PutsCase                   // it is named as who puts one side's case
	Cites                      // the text cites the authority
	Names                      // the text names it in a sentence
)

// Key names r in the catalogue of messages.
func (r Relation) Key() string {
	return [...]string{
		"reported-by", "publishes", "writes", "pays", "is-paid", "says", "about", "raised-in", "asked-of", "rests-on",
		"places", "said-of", "disagrees", "has-part", "puts-case", "cites", "names",
	}[r]
}

// A Mention is one place where a node is mentioned, and why.
type Mention struct {
	Relation Relation
	By       *Node
	Path     string            // where on By's page
	Sentence markdown.Sentence // may be empty
}

// mention notes that by mentions of. A text that names what it also relates to
// in a stronger way is listed once, by that relation.
//
// What by mentions is gone through in one go for each relation, so if it has
// mentioned of before, it did so right now, and stands at the end of the list.
func (b *builder) mention(of *Node, rel Relation, by *Node, path string, sentence markdown.Sentence) {
	if of == by {
		return
	}
	for i := len(of.Mentions) - 1; i >= 0 && of.Mentions[i].By == by; i-- {
		if of.Mentions[i].Relation == rel {
			return
		}
	}
	of.Mentions = append(of.Mentions, Mention{rel, by, path, sentence})
}

// settleMentions drops what says nothing new and puts the rest in order. The
// sentence of a mention that is dropped goes to the one that stays, if that has
// none.
func (b *builder) settleMentions() {
	stronger := map[*Node]int{} // index of the mention that stays
	for _, n := range b.nodes {
		var hasStrong, hasWeak bool
		for i := range n.Mentions {
			isWeak := n.Mentions[i].Relation >= Cites
			hasStrong, hasWeak = hasStrong || !isWeak, hasWeak || isWeak
		}
		if hasStrong && hasWeak { // of most nodes nothing can be dropped
			clear(stronger)
			n.dropWeaker(stronger)
		}
		slices.SortFunc(n.Mentions, func(x, y Mention) int {
			if x.Relation != y.Relation {
				return cmp.Compare(x.Relation, y.Relation)
			}
			return strings.Compare(x.By.Path, y.By.Path) // which no two nodes have in common
		})
	}
}

func (n *Node) dropWeaker(stronger map[*Node]int) {
	for i, m := range n.Mentions {
		if _, ok := stronger[m.By]; !ok && m.Relation < Cites {
			stronger[m.By] = i
		}
	}
	for _, m := range n.Mentions {
		if i, ok := stronger[m.By]; ok && m.Relation >= Cites && n.Mentions[i].Sentence.IsEmpty() {
			n.Mentions[i].Sentence, n.Mentions[i].Path = m.Sentence, m.Path
		}
	}
	n.Mentions = slices.DeleteFunc(n.Mentions, func(m Mention) bool {
		_, ok := stronger[m.By]
		return ok && m.Relation >= Cites
	})
}
