package proof

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
	"receipts/internal/verbatim"
)

// RenameInLock changes a lock of quotes as it is for s, in which the id old is called
// now: articles have their ids in it, and what a side repeats may be ids.
func RenameInLock(lock *verbatim.Lock, s *site.Site, old, now string) {
	lock.Rename(old, now)
	for _, d := range s.Disagreements {
		if d.IsFound() {
			continue
		}
		for i := range d.Sides {
			side := &d.Sides[i]
			if side.Article != nil {
				lock.Restate(side.Article.ID, side.At.String(), side.Quote.Text, givenBefore(side, old, now), givenBy(side))
			}
		}
	}
}

// givenBefore is [givenBy] as it was before the id old was called now.
func givenBefore(s *site.Side, old, now string) string {
	was := *s
	was.Gives = slices.Clone(s.Gives)
	for i := range was.Gives {
		g := &was.Gives[i]
		if g.Aspect == "amount" || g.Aspect == "date" {
			continue
		}
		g.Values = slices.Clone(g.Values)
		for j, set := range g.Values {
			members := content.MembersOf(set)
			for k, m := range members {
				if words, found := strings.CutSuffix(m, now); found && (words == "" || strings.HasSuffix(words, " ")) {
					members[k] = words + old
				}
			}
			g.Values[j] = content.StatementOf(members)
		}
	}
	return givenBy(&was)
}
