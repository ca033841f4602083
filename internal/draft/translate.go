package draft

import (
	"regexp"
	"strings"

	"receipts/internal/evidence"
	"receipts/internal/yamldoc"
)

// A translation is a person's to write. But a quote that is nothing but a figure of money
// or a date has one that follows from its value, and "check" holds the two together. It
// is proposed, with a comment that says so.

const proposed = " # follows from the value: read it"

// translation is what stands for the translation of a quote: what follows from its value,
// or a place to fill in.
func (w *writer) translation(f Finding) string {
	quote := oneLine(w.Text[f.Quote.Start:f.Quote.End])
	english := ""
	switch {
	case f.Kind == State:
		r, _ := w.Site.Config.Regions.ByCode(f.Value)
		return yamldoc.Quoted(r.NameIn(w.Site.Lang))
	case strings.Trim(quote, "0123456789") == "":
		return yamldoc.Quoted(quote)
	case percentage.MatchString(quote) && primary(w.Site.Lang) == "en":
		return yamldoc.Quoted(strings.NewReplacer(",", ".", " ", "").Replace(quote))
	case primary(w.Site.Lang) != "en" || primary(w.Source.Lang) != "fr" || f.Quote != f.Span:
	case f.Kind == Amount:
		english = w.moneyInEnglish(f, quote)
	case f.Kind == Date:
		english = w.dayInEnglish(f, quote)
	}
	if english == "" {
		return fill("literal")
	}
	return yamldoc.Quoted(english) + proposed
}

// moneyInEnglish says an amount with the name of its money; empty if the quote does not
// carry the same with it.
func (w *writer) moneyInEnglish(f Finding, quote string) string {
	name, ok := map[string]string{"USD": "dollars", "EUR": "euros"}[f.Quantity.Unit()]
	if !ok || strings.ContainsAny(quote, "$€") {
		return ""
	}
	english := strings.Replace(f.Value, f.Quantity.Unit(), name, 1)
	if _, problems := evidence.Hold(f.Quantity, evidence.Quote{Lang: w.Source.Lang, Text: quote, Translation: english}); len(problems) > 0 {
		return ""
	}
	return english
}

var (
	percentage   = regexp.MustCompile(`^\d+(?:,\d+)? ?%$`)
	frenchDay    = regexp.MustCompile(`^(?i:le )?(\d{1,2})(?:er)? (\pL+)( \d{4})?$`)
	frenchMonths = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
	months       = strings.Fields("January February March April May June July August September October November December")
)

// dayInEnglish says a day with its month, and its year if it is printed; empty for other
// dates.
func (w *writer) dayInEnglish(f Finding, quote string) string {
	m := frenchDay.FindStringSubmatch(quote)
	if m == nil {
		return ""
	}
	for i, month := range frenchMonths {
		if month != strings.ToLower(m[2]) {
			continue
		}
		english := m[1] + " " + months[i] + m[3]
		e := evidence.Quote{Lang: w.Source.Lang, Text: quote, Translation: english}
		if _, problems := evidence.HoldDate(f.Day, e, w.Source.Published); len(problems) == 0 {
			return english
		}
	}
	return ""
}
