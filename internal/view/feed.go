package view

import "receipts/internal/site"

// EachFollowed calls f for what readers may follow in a feed of its own: people,
// organizations, states, legal questions and topics of which there is something to tell.
func (v *Views) EachFollowed(f func(n *site.Node)) {
	eachThing(v.site, func(_ string, n *site.Node, _ any) {
		if isFollowed(n) {
			f(n)
		}
	})
}

func isFollowed(n *site.Node) bool {
	switch n.Kind {
	case site.PersonNode, site.OrganizationNode, site.StateNode, site.QuestionNode, site.TopicNode:
		return n.HasNews()
	}
	return false
}

// FeedPath is where the feed of what readers follow stands.
func FeedPath(n *site.Node) string { return n.Path + "feed.xml" }

// FeedOfCorrections is the title of the feed of corrections.
func (v *Views) FeedOfCorrections() string { return v.t("nav.corrections") }

// Correction says what was wrong in a summary, and what it says now.
func (v *Views) Correction(c *site.Correction) string {
	return v.t("corrections.entry", v.Plain(c.Was), v.Plain(c.Now))
}
