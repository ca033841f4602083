package site

import (
	"receipts/internal/content"
	"receipts/internal/diag"
)

// A Topic is facts that are read together.
type Topic struct {
	Node
	Front  *content.Topic
	Place  int // among the topics, from 0
	Groups []Group
}

// A Group is some facts of a topic below one heading.
type Group struct {
	*content.Group
	Facts []*Fact
}

// Facts are all facts of t in reading order.
func (t *Topic) Facts() []*Fact {
	var all []*Fact
	for _, g := range t.Groups {
		all = append(all, g.Facts...)
	}
	return all
}

// linkTopics gives topics their facts, and each fact the first topic that has it.
func (l *linker) linkTopics() {
	for place, t := range l.Topics {
		t.Place = place
		first := map[*Fact]diag.Place{} // a fact stands once on the page: it is a part of it
		for i := range t.Front.Groups {
			g := Group{Group: &t.Front.Groups[i]}
			for _, ref := range g.Group.Facts {
				f := l.fact(ref.Text, ref.Place)
				if f == nil {
					continue
				}
				if before, twice := first[f]; twice {
					l.diags = append(l.diags, diag.Diagnostic{
						Code: diag.DuplicateKey, Place: ref.Place, Message: `"` + f.ID + `" stands twice in the topic`,
						Hint: "keep one of them", Related: []diag.Related{{Place: before, Note: "it is first here"}},
					})
					continue
				}
				first[f] = ref.Place
				g.Facts = append(g.Facts, f)
				if f.Topic == nil {
					f.Topic = t
				}
			}
			t.Groups = append(t.Groups, g)
		}
	}
}

// linkHome checks what the site file says of the home page and the page on the law.
func (l *linker) linkHome() {
	l.Lead = l.question(l.Config.Legal.Text, l.Config.Legal.Place)
	for _, till := range l.Config.Tills {
		for _, ref := range till.From {
			l.entity(ref.Text, ref.Place)
		}
		for _, ref := range till.Facts {
			if f := l.fact(ref.Text, ref.Place); f != nil && f.Type != Money && f.Type != "" {
				l.diags.AddHint(diag.WrongKindOfID, ref.Place, `"`+f.ID+`" is `+f.Type.withArticle()+", not an amount of money", "the groups of the home page are of money")
			}
		}
	}
}
