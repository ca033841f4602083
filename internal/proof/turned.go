package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/region"
	"receipts/internal/site"
)

// Nothing is turned into its opposite. A translation has a negation, a denial and a
// doubt where its quote has them, and names whom the quote names. What our sentence
// claims is denied or doubted where its quotes deny or doubt it. A sentence says
// more than its quote, so there it is a warning, and only the claim counts; see
// package evidence.

// checkPolarity compares each quote of a with its translation, and the claim of each
// sentence with its quotes. Each mistake is told once: nothing is said of a report
// whose quote is refuted, and nothing of a sentence if a translation is wrong.
func (c *quoteCheck) checkPolarity(a *content.Article) {
	day, _ := published(a)
	a.EachReport(func(r *content.Report) {
		if slices.Contains(c.refuted, r) || r.Quote.Text == "" {
			return
		}
		quote := quoteOf(a, r)
		if c.checkTranslation(r, &r.Evidence, quote, day) {
			return
		}
		for i, q := range quote.More {
			if c.checkTranslation(r, &r.Also[i], q, day) {
				return
			}
		}
		var read []string
		for _, w := range r.Read {
			read = append(read, w.Text)
		}
		if message, turned := evidence.Turned(r.Says.Whole().Text(nil), quote, read); turned {
			c.of(r, diag.Diagnostic{
				Code: diag.SentenceTurned, Place: r.Says.Place, Message: message,
				Hint: "say in the sentence what the quotes say, or quote the words that say it" + orStands,
			})
		}
	})
}

// checkTranslation compares a quote of r with its translation, and reports whether they
// differ.
func (c *quoteCheck) checkTranslation(r *content.Report, e *content.Evidence, q evidence.Quote, published edtf.Date) bool {
	message, turned := mistranslated(q, published)
	if message == "" {
		return false
	}
	d := diag.Diagnostic{Code: diag.TranslationTurned, Place: e.Translation.Place, Message: message, Hint: "translate the quote as it stands" + orStands}
	if turned != nil {
		words := e.Translation
		if turned.InQuote {
			words = e.Quote
		}
		d.Related = []diag.Related{{Place: words.In(c.text, turned.Word.Start, turned.Word.End), Note: "it is this word"}}
	}
	c.of(r, d)
	return true
}

// mistranslated says how a translation differs from its quote, and at which word if it
// is one; the message is empty if it does not.
func mistranslated(q evidence.Quote, published edtf.Date) (message string, at *evidence.Reversal) {
	if turned, ok := evidence.Reversed(q); ok {
		return turned.Message, &turned
	}
	message, _ = evidence.OtherFigures(q, published)
	return message, nil
}

// checkSideTranslations compares the quotes of declared disagreements with their
// translations.
func (p *Proof) checkSideTranslations() (diags diag.List) {
	for _, d := range p.Site.Disagreements {
		if d.IsFound() {
			continue // the quotes of its reports
		}
		for _, side := range d.Sides {
			if side.Article == nil {
				continue
			}
			day, _ := published(side.Article.Front)
			q := evidence.Quote{Lang: side.Article.Front.Source.Language, Text: side.Quote.Text, Translation: side.Translation.Text}
			if message, _ := mistranslated(q, day); message != "" {
				diags.AddHint(diag.TranslationTurned, side.Translation.Place, message, "translate the quote as it stands")
			}
		}
	}
	return diags
}

// checkNamesTranslated checks that a translation names the people, organizations and
// states that its quote names. Only names with a capital are compared: "the fund" is
// a word as well.
func (c *statementCheck) checkNamesTranslated(t *told) {
	src := &t.article.Front.Source
	if !src.NeedsTranslation() || !evidence.Reads(src.Language) || !evidence.Reads(src.Ours) {
		return
	}
	for _, p := range t.pairs {
		if message := namesDiffer(c.site.Regions, p.quote, p.translation); message != "" {
			c.complain(t, diag.TranslationTurned, p.at, message, `translate the quote as it stands, or give the name it has there in "also" of its file`+orStands)
		} else if message := rolesDiffer(p.quote, p.translation); message != "" {
			c.complain(t, diag.TranslationTurned, p.at, message, "translate the quote as it stands"+orStands)
		}
	}
}

// rolesDiffer says who pays in the quote and is paid in the translation, or the other
// way round.
func rolesDiffer(quote, translation *tale) string {
	if !quote.reading.One || !translation.reading.One {
		return ""
	}
	for _, r := range []struct {
		quote, translation evidence.Role
		does               part
	}{{evidence.Gives, evidence.Receives, pays}, {evidence.Receives, evidence.Gives, isPaid}} {
		for _, n := range quote.with(r.quote) {
			if roles := translation.rolesOf(n); slices.Contains(roles, r.translation) && !slices.Contains(roles, r.quote) && !slices.Contains(quote.rolesOf(n), r.translation) {
				return "the quote says that " + n.Title + " " + string(r.does) + ", the translation that it is the other way round"
			}
		}
	}
	return ""
}

func namesDiffer(all *region.Set, quote, translation *tale) string {
	in, out := quote.proper(), translation.proper()
	for _, n := range in {
		if !slices.Contains(out, n) {
			return "the quote names " + n.Title + ", the translation does not"
		}
	}
	for _, n := range out {
		if !slices.Contains(in, n) && n.Kind == site.PersonNode {
			return "the translation names " + n.Title + ", the quote does not"
		}
	}
	lacked := func(of, in *tale) string {
		may := evidence.MayNameStates(all, in.lang, in.text)
		for _, f := range evidence.FindStates(all, of.lang, of.text) {
			if !slices.ContainsFunc(may, func(m evidence.FoundState) bool { return m.Code == f.Code }) {
				return nameOfState(all, f.Code)
			}
		}
		return ""
	}
	if state := lacked(quote, translation); state != "" {
		return "the quote names " + state + ", the translation does not"
	}
	if state := lacked(translation, quote); state != "" {
		return "the translation names " + state + ", the quote does not"
	}
	return ""
}

// proper are the nodes that t names by proper names, without what it has in
// brackets, which explain.
func (t *tale) proper() (nodes []*site.Node) {
	for _, n := range t.names {
		first, _ := utf8.DecodeRuneInString(t.text[n.Start:])
		if !unicode.IsUpper(first) && first != '@' {
			continue
		}
		if open := strings.LastIndexAny(t.text[:n.Start], "[]"); open >= 0 && t.text[open] == '[' {
			continue
		}
		nodes = append(nodes, n.nodes[0])
	}
	return nodes
}

// containsWord reports whether words stand in a text, whole and in any case.
func containsWord(text, words string) bool {
	lower := strings.ToLower(text)
	for from := 0; ; {
		i := strings.Index(lower[from:], words)
		if i < 0 {
			return false
		}
		if isWordAt(lower, from+i, from+i+len(words)) {
			return true
		}
		from += i + len(words)
	}
}
