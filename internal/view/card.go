package view

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/card"
	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// CardView is the picture that other sites show beside a link to a page.
type CardView struct {
	URL           string
	Alt           string // what it says
	Width, Height int
}

// EachCard lists the cards with their addresses: one for the site, and one for each
// article and question. What is on one is found when it is asked for.
func (v *Views) EachCard(f func(path string, make func() card.Card)) {
	f(siteCardPath, v.siteCard)
	for _, a := range v.site.ArticlesByID() {
		f(cardPath(&a.Node), func() card.Card { return v.articleCard(a) })
	}
	for _, q := range v.site.Questions {
		f(cardPath(&q.Node), func() card.Card { return v.questionCard(q) })
	}
}

const siteCardPath = "/cards/site.png"

// cardPath is where the card of an article or a question is.
func cardPath(n *site.Node) string { return "/cards" + strings.TrimSuffix(n.Path, "/") + ".png" }

// card is the card beside links to a page: of an article or a question its own, of a
// fact that of the article that reports it first, and of all else that of the site. It is
// nil if the site goes without.
func (v *Views) card(about *site.Node) *CardView {
	if !v.HasCards() {
		return nil
	}
	show := func(path string, c card.Card) *CardView {
		return &CardView{v.site.URL(path), alt(&c), card.Width, card.Height}
	}
	if about != nil {
		if f := about.Fact(); f != nil {
			about = &f.First().Article.Node
		}
		if a := about.Article(); a != nil {
			return show(cardPath(about), v.articleCard(a))
		}
		if q := about.Question(); q != nil {
			return show(cardPath(about), v.questionCard(q))
		}
	}
	return show(siteCardPath, v.siteCard())
}

// HasCards reports whether pages have cards: not if the site goes without, and not in a
// language, or with a title of the site, whose letters the fonts lack.
func (v *Views) HasCards() bool { return v.hasCards }

// LackedOnCards are the letters that the fonts of cards lack of what a catalogue says on
// them.
func LackedOnCards(l *locale.Locale) string {
	var said strings.Builder
	said.WriteString(l.Number(1234567890))
	for _, key := range []string{"article.kind", "question.kind", "card.of", "card.reported", "where.paragraph", "count.facts.other"} {
		said.WriteString(l.Message(key))
	}
	for m := range 12 {
		said.WriteString(l.Month(m + 1))
	}
	return card.Missing(said.String())
}

// whole is c with what every card has, or the card of the site where the fonts lack a
// letter of c.
func (v *Views) whole(c card.Card) card.Card {
	c.Site, c.Host = v.config.Title.Text, v.host()
	if !c.IsDrawn() {
		return v.siteCard()
	}
	return c
}

// articleCard has a figure with who reports it, if the article has one, and that
// accounts of it contradict each other, if they do.
func (v *Views) articleCard(a *site.Article) card.Card {
	c := card.Card{Kind: v.t("article.kind"), Title: a.Title, Source: v.t("card.of", v.byline(a))}
	rep := a.FirstFigure()
	if rep == nil {
		return v.whole(c)
	}
	c.Source = v.t("card.reported", v.byline(a)) + v.citingOf(rep)
	c.Place, c.Figure, c.Text = v.where(rep.At), v.amount(rep), []string{rep.Fact.Title}
	if rep.Fact.Type == site.Money {
		c.Note = v.paymentInFull(rep)
	}
	if rep.Fact.Contradictions() > 0 {
		c.Caveat = v.differ(rep.Fact)
	}
	return v.whole(c)
}

// citingOf says in whose words an article gives a figure, unless they are its own.
func (w words) citingOf(rep *site.Report) string {
	switch {
	case rep.Voice == content.UnclearVoice:
		return w.t("asking.unclear")
	case len(rep.Speakers) > 0:
		return w.t("asking.cited", w.partyNames(rep.Speakers))
	}
	return ""
}

// mostOnCard is how many articles the card of a question speaks of.
const mostOnCard = 2

// questionCard has who raises q, and no answer.
func (v *Views) questionCard(q *site.Question) card.Card {
	c := card.Card{Kind: v.t("question.kind"), Title: q.Title}
	raised := raisedBy(q)
	if len(raised) == 0 {
		c.Text = []string{v.raisedByNone()}
	}
	c.Text = append(c.Text, each(cut(raised, 0, mostOnCard), v.asks)...)
	if more := len(raised) - mostOnCard; more > 0 {
		c.Note = v.Count("card.more", more)
	}
	return v.whole(c)
}

// makeSiteCard makes the card of the site: its headline and how much it has read, or its
// title alone where the fonts lack a letter of those.
func (v *Views) makeSiteCard() card.Card {
	cfg := v.config
	c := card.Card{
		Site: cfg.Title.Text, Host: v.host(), Kind: cfg.Subject.Text,
		Title: cmp.Or(cfg.Headline.Text, cfg.Tagline.Text, cfg.Title.Text), Note: v.counts(),
	}
	if cfg.Headline.Text != "" && cfg.Tagline.Text != "" {
		c.Text = []string{cfg.Tagline.Text}
	}
	if !c.IsDrawn() {
		return card.Card{Host: c.Host, Title: c.Site}
	}
	return c
}

// host is the address of the site as readers know it.
func (v *Views) host() string {
	_, host, _ := strings.Cut(v.site.BaseURL, "://")
	return host
}

// alt is what a card says.
func alt(c *card.Card) string {
	var out []string
	for _, s := range slices.Concat([]string{c.Title, c.Figure.Spoken}, c.Text, []string{c.Note, c.Caveat, c.Source, c.Place}) {
		if s != "" {
			out = append(out, sentence(capital(s)))
		}
	}
	return strings.Join(out, " ")
}
