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

// Relations, the strongest first. The page of what is mentioned shows what is in one
// of the first in a place of its own; as far as AboutIt, an article says so.
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
	RaisedIn                   // the article raises the question
	AskedOf                    // the question is asked of the fact
	Places                     // the fact concerns the state
	SaidOf                     // the article says something of the state
	Disagrees                  // the article is one side of a disagreement
	HasPart                    // the fact is a part of it

	AboutIt  // the claim is about it
	RestsOn  // the question rests on the authority
	PutsCase // the question names it as arguing one side
	Cites    // the text cites the authority
	Names    // the text names it in a sentence
	NotNamed // the article does not name it, as we say
)

// IsShown reports whether the page of what is mentioned shows it in a place of its own.
func (r Relation) IsShown() bool { return r < AboutIt }

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

// CountMentions is how many of [Node.Mentions] the page of n does not show in a
// place of its own, nor otherwise. It sorts nothing: it is asked of all nodes, to
// list the further sheets of pages.
func (n *Node) CountMentions(shows func(by *Node) bool) int {
	if !slices.ContainsFunc(n.found, func(m *Mention) bool { return !m.Relation.IsShown() }) {
		return 0
	}
	shown := make(map[*Node]bool, len(n.found))
	for _, m := range n.found {
		shown[m.By] = shown[m.By] || m.Relation.IsShown()
	}
	count := 0
	for by, shown := range shown {
		if !shown && !shows(by) {
			count++
		}
	}
	return count
}

// Mentions are where n is mentioned, sorted by relation and then by address: each
// page once, in its strongest relation to n. They are sorted when they are first
// asked for.
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

// dropWeaker drops a mention if the same page has a stronger relation to n. The
// sentence goes to the mention that stays, if that has none; but what is said of an
// article that does not name n goes with it.
func (n *Node) dropWeaker() {
	strongest := make(map[*Node]int, len(n.mentions)) // index of the mention that stays
	for i, m := range n.mentions {
		if _, ok := strongest[m.By]; !ok {
			strongest[m.By] = i
		}
	}
	kept := n.mentions[:0:0]
	for i, m := range n.mentions {
		if first := &n.mentions[strongest[m.By]]; strongest[m.By] != i && first.Sentence.IsEmpty() && m.Relation != NotNamed {
			first.Sentence, first.Part = m.Sentence, m.Part
		}
	}
	for i, m := range n.mentions {
		if strongest[m.By] == i {
			kept = append(kept, m)
		}
	}
	n.mentions = kept
}
