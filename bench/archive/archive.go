// Package archive makes up a newsroom's archive of any size, for measuring:
// articles on campaign finance with amounts, events, states, legal questions and
// prose full of links, and the people and organizations in them.
//
// What goes in is a number of articles and a seed; what comes out are the files
// of a site of this program, of Hugo or of Eleventy, which all carry the same
// text, the same links and the same taxonomies. The same number and seed give
// the same bytes. The package writes nothing, and keeps no archive in memory: each
// article is made when it is asked for.
package archive

import (
	"fmt"
	"strings"
)

// A State is a state that articles are about.
type State struct{ Code, Name string }

// A Question is a legal question that articles ask.
type Question struct{ ID, Title, Status string }

// An Entity is a person or an organization that pays or is paid.
type Entity struct {
	ID, Name string
	Person   bool
}

// An Archive has what is known before any article is made: their titles, and the
// names of the ids that they use.
type Archive struct {
	Titles, Slugs []string // of the articles
	Questions     []Question
	Entities      []Entity

	seed                          uint64
	byState, byQuestion, byEntity ranking
}

// New returns the archive of n articles of a seed. It has a legal question for each
// fifty articles and a person or an organization for each twenty; a few of each
// are in very many articles.
func New(n int, seed uint64) *Archive {
	a := &Archive{seed: seed}
	d := diceFor(seed, "articles", 0)
	for i := range n {
		title := pick(d, topics) + " " + fmt.Sprintf(pick(d, angles), madeUpName(d))
		a.Titles = append(a.Titles, title)
		a.Slugs = append(a.Slugs, fmt.Sprintf("%s-%05d", slug(title), i))
	}
	d = diceFor(seed, "questions", 0)
	for i := range max(20, n/50) {
		title := pick(d, questionStarts) + " " + pick(d, questionEnds) + " in the " + madeUpName(d) + " case?"
		id := strings.Trim(fmt.Sprintf("q%04d-%.40s", i, slug(title)), "-")
		a.Questions = append(a.Questions, Question{id, title, pick(d, statuses)})
	}
	d = diceFor(seed, "entities", 0)
	for i := range max(30, n/20) {
		e := Entity{Person: d.share(45, 55) == 0}
		if e.Person {
			e.Name = pick(d, givenNames) + " " + madeUpName(d)
		} else {
			e.Name = pick(d, groupFirst) + " " + pick(d, groupWhat) + " " + pick(d, groupKinds)
		}
		e.ID = fmt.Sprintf("%s-%04d", slug(e.Name), i)
		a.Entities = append(a.Entities, e)
	}
	a.byState, a.byQuestion, a.byEntity = newRanking(len(states), 1), newRanking(len(a.Questions), .6), newRanking(len(a.Entities), .6)
	return a
}

func madeUpName(d *dice) string { return pick(d, nameStarts) + pick(d, nameEnds) }

// slug is a title as part of an address.
func slug(s string) string {
	isOther := func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') }
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), isOther), "-")
}
