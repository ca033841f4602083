package view

import "receipts/internal/site"

// EachFollowed calls f for what readers may follow in a feed of its own.
func (v *Views) EachFollowed(f func(n *site.Node)) {
	eachThing(v.site, func(_ string, n *site.Node, _ any) {
		if n.HasFeed() {
			f(n)
		}
	})
}

// FeedOfCorrections is the title of the feed of corrections.
func (v *Views) FeedOfCorrections() string { return v.t("nav.corrections") }

// Correction says what was wrong in a summary, and what it says now.
func (v *Views) Correction(c *site.Correction) string {
	return v.t("corrections.entry", v.Plain(c.Was), v.Plain(c.Now))
}
