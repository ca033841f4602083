package site

import (
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
	Path     string             // where on By's page
	Sentence *markdown.Sentence // may be empty, never nil
}

// noWords is the sentence of a mention that is made without one.
var noWords markdown.Sentence

// mentions are what was found so far, by relation: whom it is of, and the mention.
type mentions [Names + 1][]struct {
	of *Node
	Mention
}

// mention notes that by mentions of.
func (b *builder) mention(of *Node, rel Relation, by *Node, path string, sentence *markdown.Sentence) {
	if of != by {
		b.mentions[rel] = append(b.mentions[rel], struct {
			of *Node
			Mention
		}{of, Mention{rel, by, path, sentence}})
	}
}

// settleMentions gives each node its mentions in the order of relations, and of
// addresses. They are laid out one node after the other in one piece of memory:
// a list for each node that grows as mentions come took longer than all else of
// this step.
func (b *builder) settleMentions() {
	all := b.allNodes()
	found := append(b.apart, b.mentions)
	total := 0
	for _, m := range found {
		for _, list := range m {
			total += len(list)
			for _, p := range list {
				p.of.mentioned++
			}
		}
	}
	room := make([]Mention, total)
	for _, n := range all {
		n.Mentions, room = room[:0:n.mentioned], room[n.mentioned:]
	}
	for rel := range b.mentions {
		for _, m := range found {
			for _, p := range m[rel] {
				p.of.Mentions = append(p.of.Mentions, p.Mention)
			}
		}
	}
	b.spread(len(all), func(_ *builder, i int) { all[i].settle() })
	b.mentions, b.apart = mentions{}, nil
}

// settle puts the mentions of n in order and drops those that say nothing new.
// What names n several times in one relation is listed once, by the first: it
// was gone through in one go, so its mentions stand together.
func (n *Node) settle() {
	n.Mentions = slices.CompactFunc(n.Mentions, func(x, y Mention) bool { return x.Relation == y.Relation && x.By == y.By })
	for rest := n.Mentions; len(rest) > 0; {
		end := 1
		for end < len(rest) && rest[end].Relation == rest[0].Relation {
			end++
		}
		if end > 1 {
			slices.SortFunc(rest[:end], func(x, y Mention) int { return strings.Compare(x.By.Path, y.By.Path) }) // which no two nodes have in common
		}
		rest = rest[end:]
	}
	if len(n.Mentions) > 1 && n.Mentions[0].Relation < Cites && last(n.Mentions).Relation >= Cites {
		n.dropWeaker()
	}
}

// dropWeaker drops what a text says of n if its page relates to n in a stronger
// way, too. The sentence goes to the mention that stays, if that has none.
func (n *Node) dropWeaker() {
	stronger := map[*Node]int{} // index of the mention that stays
	for i, m := range n.Mentions {
		if _, ok := stronger[m.By]; !ok && m.Relation < Cites {
			stronger[m.By] = i
		}
	}
	n.Mentions = slices.DeleteFunc(n.Mentions, func(m Mention) bool {
		i, ok := stronger[m.By]
		if !ok || m.Relation < Cites {
			return false
		}
		if stays := &n.Mentions[i]; stays.Sentence.IsEmpty() {
			stays.Sentence, stays.Path = m.Sentence, m.Path
		}
		return true
	})
}
