package render

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// receipt makes the view of one report.
func (r *renderer) receipt(rep *site.Report, on *page) (Receipt, error) {
	f, src := rep.Fact, &rep.Article.Front.Source
	v := Receipt{
		ID: f.ID, Anchor: rep.Anchor, Title: f.Title,
		FactHref: r.site.Href(rep.Address()), Here: r.here(f),
		Article: r.link(rep.Article.Path, r.outlet(rep.Article)),
		Date:    r.words.ShortDate(src.Published.Date),
		Differ:  r.differ(f), Points: r.points(f),
	}
	var err error
	if v.Says, err = r.html(rep.Says, on); err != nil {
		return v, err
	}
	v.Quotes = r.quotes(rep.Article, rep.Report)
	v.Where = r.where(rep.Article, rep.At)
	v.Gauge = on.gauge(rep.Article, evidenceOf(rep.Report))
	if err := r.lines(&v, rep, on); err != nil {
		return v, err
	}
	switch {
	case rep.Amount != nil:
		q := r.words.Quantity(rep.Amount.Quantity.Quantity)
		v.Amount = &q
		if f.Type == site.Money {
			err = r.flow(&v, rep, on)
		}
	case rep.Event != nil:
		v.When, err = r.when(rep.Event, on)
		if err == nil && rep.Event.ProbableSlip {
			v.Flag, err = r.html(rep.Event.FlagReason, on)
		}
	case rep.Claim != nil:
		v.Nature = r.t("nature." + rep.Claim.Nature)
	}
	return v, err
}

// here is the anchor of a fact that is read on the page of its article; it is
// empty if the fact has a page of its own.
func (r *renderer) here(f *site.Fact) string {
	_, anchor, _ := strings.Cut(f.Path, "#")
	return anchor
}

// quote makes the view of a piece of evidence, or nil if there is none.
func (r *renderer) quote(a *site.Article, e *content.Evidence) *Quote {
	if e.IsZero() {
		return nil
	}
	text, c := e.Quote.Text, r.proof.Carrier(a, e)
	return &Quote{
		Lang: a.Front.Source.Language, Text: text, Translation: e.Translation.Text,
		Before: text[:c.Start], Marked: text[c.Start:c.End], After: text[c.End:],
		Where: r.where(a, e.At), At: e.At.String(),
	}
}

// where says a locator in words: "paragraph 7 of 18".
func (r *renderer) where(a *site.Article, l content.Locator) string {
	total := len(a.Front.Source.Paragraphs)
	switch {
	case l.IsZero():
		return ""
	case l.Kind == "P" && total > 0:
		return r.t("where.paragraph-of", l.N, total)
	case l.Kind == "P":
		return r.t("where.paragraph", l.N)
	case l.Kind == "H":
		return r.t("where.intertitle", l.N)
	}
	return r.t("where." + l.Kind)
}

// lines are the small print of a receipt: who says it, in which voice, when.
func (r *renderer) lines(v *Receipt, rep *site.Report, on *page) error {
	add := func(key, value string) {
		if value != "" {
			v.Lines = append(v.Lines, Line{Label: r.t(key), Text: value, Brief: key == "receipt.voice" || key == "receipt.period"})
		}
	}
	if len(rep.Speakers) > 0 {
		by, err := r.parties(rep.Speakers, on)
		if err != nil {
			return err
		}
		v.Lines = append(v.Lines, Line{Label: r.t("receipt.said-by"), Parties: by, Brief: true})
	}
	add("receipt.where", v.Where)
	add("receipt.voice", r.t("voice."+string(rep.Voice), r.outlet(rep.Article)))
	if m := rep.Amount; m != nil {
		if label, ok := r.site.Config.Flows.Label(m.Flow.Text); ok {
			add("receipt.flow", label)
		}
		switch {
		case m.Period.IsSet():
			add("receipt.period", r.words.Date(m.Period.Date))
		case m.PeriodAs.Text != "":
			add("receipt.period", m.PeriodAs.Text)
		}
		if rep.Fact.Type == site.Money && !m.Quantity.IsUnquantified() {
			key := "receipt.currency-stated"
			if rep.Article.Front.Source.InferredMoney {
				key = "receipt.currency-inferred"
			}
			add("receipt.currency", r.t(key, m.Quantity.Unit()))
		}
	}
	if !rep.Lacks.IsEmpty() {
		lacks, err := r.html(rep.Lacks, on)
		if err != nil {
			return err
		}
		v.Lines = append(v.Lines, Line{Label: r.t("receipt.lacks"), Known: lacks})
	}
	if rep.Event != nil && !rep.Event.Known.IsEmpty() {
		known, err := r.html(rep.Event.Known, on)
		if err != nil {
			return err
		}
		v.Lines = append(v.Lines, Line{Label: r.t("receipt.known"), Known: known})
	}
	return nil
}

func (r *renderer) flow(v *Receipt, rep *site.Report, on *page) error {
	m := rep.Amount
	label, _ := r.site.Config.Flows.Label(m.Flow.Text)
	f := &Flow{Label: label}
	var err error
	if f.From, err = r.parties(rep.From, on); err != nil {
		return err
	}
	if f.To, err = r.parties(rep.To, on); err != nil {
		return err
	}
	if f.FromAs, err = r.html(m.FromAs, on); err != nil {
		return err
	}
	f.ToAs, err = r.html(m.ToAs, on)
	v.Flow = f
	return err
}

func (r *renderer) parties(ps []site.Party, on *page) ([]Party, error) {
	var out []Party
	for _, p := range ps {
		if p.Entity != nil {
			out = append(out, Party{Link: r.link(p.Entity.Path, p.Entity.Title)})
			continue
		}
		words, err := r.html(p.Words, on)
		if err != nil {
			return nil, err
		}
		out = append(out, Party{Words: words})
	}
	return out, nil
}

func (r *renderer) when(e *content.Event, on *page) (*When, error) {
	known, err := r.html(e.Known, on)
	w := &When{Known: known}
	switch {
	case e.Date.IsSet():
		w.Text, w.ISO = r.words.Date(e.Date.Date), iso(e.Date)
	case e.AsWritten.Text != "":
		w.Text, w.AsWords = e.AsWritten.Text, true
	default:
		w.Text = r.t("date.none")
	}
	if e.ProbableSlip {
		w.ISO = ""
	}
	return w, err
}

// otherFigures says who gives which other figure than the first report does: no
// article speaks for another. It is empty where all agree to the word.
func (r *renderer) otherFigures(f *site.Fact) string {
	first := f.Reports[0].Amount
	if first == nil {
		return ""
	}
	seen := []string{r.words.Quantity(first.Quantity.Quantity).Plain}
	var out []string
	for _, rep := range f.Reports[1:] {
		plain := r.words.Quantity(rep.Amount.Quantity.Quantity).Plain
		if !slices.Contains(seen, plain) {
			seen = append(seen, plain)
			out = append(out, r.outlet(rep.Article)+": "+plain)
		}
	}
	return strings.Join(out, "; ")
}

// differ says in a few words how accounts of f differ, by the strongest kind;
// it is empty if they do not. "Sources disagree" is said only where two
// accounts cannot both be true as written.
func (r *renderer) differ(f *site.Fact) string {
	if kind := strongest(f); kind != "" {
		return r.t("differs." + kind)
	}
	return ""
}

// points says on how many points accounts of f differ.
func (r *renderer) points(f *site.Fact) string {
	switch n := len(f.Disagreements); {
	case n == 0:
		return ""
	case strongest(f) == "contradiction" || strongest(f) == "time":
		return r.words.Count("count.points", n)
	default:
		return r.words.Count("count.differences", n)
	}
}

// strongest is the kind of f's points that weighs most with a reader.
func strongest(f *site.Fact) string {
	for _, kind := range []string{"contradiction", "time", "within-article", "probable-slip", "scope", "wording"} {
		for _, d := range f.Disagreements {
			if d.Kind == kind {
				return kind
			}
		}
	}
	return ""
}
