package view

import (
	"slices"

	"receipts/internal/site"
)

// MentionGroup is the mentions of one relation.
type MentionGroup struct {
	Relation string
	Mentions []MentionView
}

// MentionView is one place where the page's subject is mentioned.
type MentionView struct {
	Link
	Sentence string
}

// mentioned lists where n is mentioned, without a relation that its page shows
// elsewhere.
func mentioned(n *site.Node, shown site.Relation) []site.Mention {
	return slices.DeleteFunc(slices.Clone(n.Mentions()), func(m site.Mention) bool { return m.Relation == shown })
}

// mentionSheets is how many sheets the mentions of n need, without those of some
// relations.
func mentionSheets(n *site.Node, shown ...site.Relation) int {
	if n.MentionedAtMost() <= perSheetMentions {
		return 1
	}
	count := 0
	for relation, n := range n.CountMentions() {
		if !slices.Contains(shown, site.Relation(relation)) {
			count += n
		}
	}
	return sheets(count, perSheetMentions)
}

// mentions groups what a sheet has of a list of mentions by relation.
func (on *page) mentions(list []site.Mention, sh sheet) []MentionGroup {
	var groups []MentionGroup
	for key, mentions := range runs(cut(list, sh, perSheetMentions), func(m site.Mention) string { return m.Relation.Key() }) {
		groups = append(groups, MentionGroup{on.t("relation." + key), each(mentions, func(m site.Mention) MentionView {
			return MentionView{on.link(m.Path(), on.label(m.By)), m.Sentence.Text(on.at(""))}
		})})
	}
	return groups
}
