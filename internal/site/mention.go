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
	Part     string             // of By's page, or "" for the page
	Sentence *markdown.Sentence // may be empty, never nil
}

// Path is where on By's page the mention stands.
func (m *Mention) Path() string {
	if m.Part == "" {
		return m.By.Path
	}
	return m.By.Path + "#" + m.Part
}

// noWords is the sentence of a mention that is made without one.
var noWords markdown.Sentence

// A noted mention is one as it was found. Those of a node are a chain: there are
// several for each thing on the site, and to lay out a list for every node took
// longer than to find them, while an author who saves looks at one page.
type noted struct {
	Mention
	of   *Node
	next *noted
}

// mentions are what was found so far, by relation, in blocks: a list that grows
// is copied again and again.
type mentions [Names + 1][][]noted

const perBlock = 64

// mention notes that by mentions of, in a part of its page.
func (b *builder) mention(of *Node, rel Relation, by *Node, part string, sentence *markdown.Sentence) {
	if of == by {
		return
	}
	blocks := b.mentions[rel]
	if len(blocks) == 0 || len(last(blocks)) == perBlock {
		blocks = append(blocks, make([]noted, 0, perBlock))
		b.mentions[rel] = blocks
	}
	block := &blocks[len(blocks)-1]
	*block = append(*block, noted{Mention: Mention{rel, by, part, sentence}, of: of})
}

// chainMentions gives each node what was noted of it, relation by relation, in
// the order in which it was found.
func (b *builder) chainMentions() {
	found := append(b.apart, b.mentions)
	for rel := len(b.mentions) - 1; rel >= 0; rel-- {
		for _, m := range slices.Backward(found) {
			for _, block := range slices.Backward(m[rel]) {
				for i := len(block) - 1; i >= 0; i-- {
					x := &block[i]
					x.next, x.of.noted = x.of.noted, x
					x.of.mentioned++
				}
			}
		}
	}
	b.mentions, b.apart = mentions{}, nil
}

// MentionedAtMost is how many mentions of n there may be: all that were found, of
// which some say nothing new.
func (n *Node) MentionedAtMost() int { return n.mentioned }

// CountMentions is how many mentions n has, by relation, before they are put in
// order: which pages have further sheets is asked of all at once.
func (n *Node) CountMentions() [Names + 1]int {
	var count [Names + 1]int
	var kinds []Kind // of what mentions n in a text
	for x, before := n.noted, (*noted)(nil); x != nil; before, x = x, x.next {
		if x.repeats(before) {
			continue
		}
		count[x.Relation]++
		if x.Relation >= Cites && !slices.Contains(kinds, x.By.Kind) {
			kinds = append(kinds, x.By.Kind)
		}
	}
	// Of those, settle drops what relates to n in a stronger way, too; nothing of
	// another kind can be it.
	stronger := map[*Node]bool{}
	for x, before := n.noted, (*noted)(nil); x != nil && kinds != nil; before, x = x, x.next {
		switch {
		case x.Relation < Cites && slices.Contains(kinds, x.By.Kind):
			stronger[x.By] = true
		case x.Relation >= Cites && stronger[x.By] && !x.repeats(before):
			count[x.Relation]--
		}
	}
	return count
}

// repeats reports whether x says nothing that the mention before it has not said.
func (x *noted) repeats(before *noted) bool {
	return before != nil && before.Relation == x.Relation && before.By == x.By
}

// Mentions are where n is mentioned, in the order of relations, and of addresses.
// They are put in order by the first who asks.
func (n *Node) Mentions() []Mention {
	n.settled.Do(func() {
		n.mentions = make([]Mention, 0, n.mentioned)
		for x := n.noted; x != nil; x = x.next {
			n.mentions = append(n.mentions, x.Mention)
		}
		n.settle()
	})
	return n.mentions
}

// settle puts the mentions of n in order and drops those that say nothing new.
// What names n several times in one relation is listed once, by the first: it
// was gone through in one go, so its mentions stand together.
func (n *Node) settle() {
	n.mentions = slices.CompactFunc(n.mentions, func(x, y Mention) bool { return x.Relation == y.Relation && x.By == y.By })
	for rest := n.mentions; len(rest) > 0; {
		end := 1
		for end < len(rest) && rest[end].Relation == rest[0].Relation {
			end++
		}
		if end > 1 {
			slices.SortFunc(rest[:end], func(x, y Mention) int { return strings.Compare(x.By.Path, y.By.Path) }) // which no two nodes have in common
		}
		rest = rest[end:]
	}
	if len(n.mentions) > 1 && n.mentions[0].Relation < Cites && last(n.mentions).Relation >= Cites {
		n.dropWeaker()
	}
}

// dropWeaker drops what a text says of n if its page relates to n in a stronger
// way, too. The sentence goes to the mention that stays, if that has none.
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
