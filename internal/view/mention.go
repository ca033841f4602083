package view

import (
	"slices"

	"receipts/internal/site"
)

// Mentions are where a page's subject is mentioned, besides what the page shows of it
// in places of their own.
type Mentions struct {
	Title    string // "Named in"
	Groups   []MentionGroup
	NotNamed []Link // articles of which we say that they do not name it
	Fold     bool   // whether there are so many that each group is folded
}

// MentionGroup is the facts of one topic, or what else is of one kind.
type MentionGroup struct {
	Title     string
	Mentions  []MentionView
	TitleLang string // if it is not the page's
}

// MentionView is one place where the page's subject is mentioned.
type MentionView struct {
	Link
	Sentence, In string // a sentence, and its language, if that is not the page’s
}

// mostMentions is how many mentions stand in the open.
const mostMentions = 8

// nothing is what a page shows that shows nothing but by a relation.
func nothing(*site.Node) bool { return false }

// shownByFact are what the page of f shows besides its reports.
func shownByFact(f *site.Fact) func(*site.Node) bool {
	return func(n *site.Node) bool {
		switch g := n.Fact(); {
		case g != nil:
			return g == f.PartOf || slices.Contains(f.Refunds, g) || slices.Contains(g.Refunds, f)
		case n.Kind == site.TopicNode:
			return f.Topic != nil && n == &f.Topic.Node
		case n.Kind == site.StateNode:
			return slices.ContainsFunc(f.States, func(st *site.State) bool { return n == &st.Node })
		}
		return slices.ContainsFunc(f.Questions, func(q *site.Question) bool { return n == &q.Node })
	}
}

// shownByArticle are what the page of a shows: what it reports, and of what.
func shownByArticle(a *site.Article) func(*site.Node) bool {
	return func(n *site.Node) bool { return n.Fact() != nil && n.Fact().ReportIn(a) != nil }
}

// shownByState are what the page of st shows besides facts and what articles say.
func shownByState(st *site.State) func(*site.Node) bool {
	return func(n *site.Node) bool {
		return n.Kind == site.QuestionNode && slices.ContainsFunc(st.Facts, func(f *site.Fact) bool {
			return slices.ContainsFunc(f.Questions, func(q *site.Question) bool { return n == &q.Node })
		})
	}
}

// shownByAuthority are the facts that the page of an authority shows.
func shownByAuthority(facts []*site.Fact) func(*site.Node) bool {
	return func(n *site.Node) bool { return n.Fact() != nil && slices.Contains(facts, n.Fact()) }
}

// mentionSheets is how many sheets the mentions of n need.
func mentionSheets(n *site.Node, shows func(*site.Node) bool) int {
	if n.MentionedAtMost() <= perSheetMentions {
		return 1
	}
	return sheets(n.CountMentions(shows), perSheetMentions)
}

// kindsInOrder is the order of kinds among mentions.
var kindsInOrder = []site.Kind{
	site.ArticleNode, site.FactNode, site.QuestionNode, site.LaterNode, site.TopicNode, site.StateNode, site.PersonNode, site.OrganizationNode,
	site.AuthorityNode, site.TermNode, site.PageNode, site.GuideNode,
}

func mentionRank(m site.Mention) int {
	if m.Relation == site.NotNamed {
		return len(kindsInOrder)
	}
	return slices.Index(kindsInOrder, m.By.Kind)
}

// mentions groups what a sheet has of the mentions of n: facts by topic, all else by
// kind.
func (on *page) mentions(n *site.Node, shows func(*site.Node) bool, sh sheet) Mentions {
	list := slices.DeleteFunc(slices.Clone(n.Mentions()), func(m site.Mention) bool { return m.Relation.IsShown() || shows(m.By) })
	slices.SortStableFunc(list, func(x, y site.Mention) int {
		if c := mentionRank(x) - mentionRank(y); c != 0 || x.By.Fact() == nil || y.By.Fact() == nil {
			return c
		}
		return topicRank(x.By.Fact()) - topicRank(y.By.Fact())
	})
	list = cut(list, sh, perSheetMentions)
	v := Mentions{Title: on.t("mentioned"), Fold: len(list) > mostMentions}
	switch n.Kind {
	case site.PersonNode, site.OrganizationNode, site.StateNode:
		v.Title = on.t("mentioned.named")
	}
	title := func(m site.Mention) string {
		switch f := m.By.Fact(); {
		case m.Relation == site.NotNamed:
			return ""
		case f != nil && f.Topic != nil:
			return topicTitle(f)
		}
		return on.t("mentioned." + string(m.By.Kind))
	}
	view := func(m site.Mention) MentionView {
		return MentionView{on.labelled(m.Path(), m.By), m.Sentence.Text(on.at("")), on.textLang(m.By)}
	}
	for title, mentions := range runs(list, title) {
		if title == "" {
			v.NotNamed = each(mentions, func(m site.Mention) Link { return on.labelled(m.Path(), m.By) })
		} else {
			group := MentionGroup{Title: title, Mentions: each(mentions, view)}
			if f := mentions[0].By.Fact(); f != nil {
				group.TitleLang = on.topicLang(f)
			}
			v.Groups = append(v.Groups, group)
		}
	}
	return v
}

// Any reports whether there is a mention at all.
func (v Mentions) Any() bool { return len(v.Groups)+len(v.NotNamed) > 0 }
