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
	Writes                     // it wrote the article
	Pays                       // it pays in the fact
	IsPaid                     // it is paid in the fact
	PassesOn                   // the money of the fact goes by way of it
	IsBacked                   // the money of the fact is spent to support it
	IsOpposed                  // or to oppose it
	Holds                      // the fact is what it has or owes on a day, or what is owed to it
	Says                       // it says what the fact reports
	AboutIt                    // the claim is about it
	RaisedIn                   // the article raises the question
	AskedOf                    // the question is asked of the fact
	RestsOn                    // the question rests on the authority
	Places                     // the fact concerns the state
	SaidOf                     // the article says something of the state
	Disagrees                  // the article is one side of a disagreement
	HasPart                    // the fact is a part of it
	PutsCase                   // the question names it as arguing one side
	Cites                      // the text cites the authority
	Names                      // the text names it in a sentence
)

// Key names r in the catalogue of messages.
func (r Relation) Key() string {
	return [...]string{
		"reported-by", "publishes", "writes", "pays", "is-paid", "passes-on", "is-backed", "is-opposed", "holds", "says", "about", "raised-in", "asked-of", "rests-on",
		"places", "said-of", "disagrees", "has-part", "puts-case", "cites", "names",
	}[r]
}

// A Mention is one place where a node is mentioned, and why.
type Mention struct {
	Relation Relation
	By       *Node
	Part     string             // of By's page, or "" for the page
	Sentence *markdown.Sentence // may be empty, never nil
}

// Path is where on By's page the mention stands.
func (m *Mention) Path() string {
	if m.Part == "" {
		return m.By.Path
	}
	return m.By.address(m.Part)
}

// noWords is the sentence of a mention that is made without one.
var noWords markdown.Sentence

// mentionOf is a mention of a node.
type mentionOf struct {
	of *Node
	Mention
}

// mention notes that by mentions of, in a part of its page.
func (l *linker) mention(of *Node, rel Relation, by *Node, part string, sentence *markdown.Sentence) {
	if of != by {
		if piece := last(l.found); len(piece) == cap(piece) {
			l.found = append(l.found, make([]mentionOf, 0, 256))
		}
		piece := &l.found[len(l.found)-1]
		*piece = append(*piece, mentionOf{of, Mention{rel, by, part, sentence}})
	}
}

// give gives a mention to its node. Of several that one node makes in one relation,
// which stand together since it is linked in one go, the first is kept.
func (m *mentionOf) give() {
	before := m.of.found
	for i := len(before) - 1; i >= 0 && before[i].By == m.By; i-- {
		if before[i].Relation == m.Relation {
			return
		}
	}
	m.of.found = append(before, &m.Mention)
}

// giveMentions gives the nodes what l has found.
func (l *linker) giveMentions() {
	for _, piece := range l.found {
		for i := range piece {
			piece[i].give()
		}
	}
}

// MentionedAtMost is an upper bound for the number of mentions of n, without the
// cost of [Node.CountMentions].
func (n *Node) MentionedAtMost() int { return len(n.found) }

// CountMentions is how many mentions n has, by relation. Unlike [Node.Mentions] it
// sorts nothing: it is asked of all nodes, to list the further sheets of pages.
func (n *Node) CountMentions() [Names + 1]int {
	var count [Names + 1]int
	for _, m := range n.found {
		count[m.Relation]++
	}
	if count[Cites]+count[Names] == 0 {
		return count
	}
	stronger := map[*Node]bool{} // see [Node.dropWeaker]
	for _, m := range n.found {
		stronger[m.By] = stronger[m.By] || m.Relation < Cites
	}
	for _, m := range n.found {
		if m.Relation >= Cites && stronger[m.By] {
			count[m.Relation]--
		}
	}
	return count
}

// Mentions are where n is mentioned, sorted by relation and then by address. They
// are sorted when they are first asked for.
func (n *Node) Mentions() []Mention {
	n.settled.Do(func() {
		for _, m := range n.found {
			n.mentions = append(n.mentions, *m)
		}
		slices.SortFunc(n.mentions, func(x, y Mention) int {
			if c := cmp.Compare(x.Relation, y.Relation); c != 0 {
				return c
			}
			return strings.Compare(x.By.Path, y.By.Path) // which no two nodes have in common
		})
		n.dropWeaker()
	})
	return n.mentions
}

// dropWeaker drops a mention in a text if the same page has a stronger relation to
// n. The sentence goes to the mention that stays, if that has none.
func (n *Node) dropWeaker() {
	stronger := map[*Node]int{} // index of the mention that stays
	for i, m := range n.mentions {
		if _, ok := stronger[m.By]; !ok && m.Relation < Cites {
			stronger[m.By] = i
		}
	}
	n.mentions = slices.DeleteFunc(n.mentions, func(m Mention) bool {
		i, ok := stronger[m.By]
		if !ok || m.Relation < Cites {
			return false
		}
		if stays := &n.mentions[i]; stays.Sentence.IsEmpty() {
			stays.Sentence, stays.Part = m.Sentence, m.Part
		}
		return true
	})
}
