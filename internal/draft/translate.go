package draft

import (
	"regexp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/edtf"
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
	case percentage.MatchString(quote) && content.SameLanguage(w.Site.Lang, "en"):
		return yamldoc.Quoted(strings.NewReplacer(",", ".", " ", "").Replace(quote))
	case !w.isFromFrench():
	case f.Kind == Amount && f.Quote == f.Span:
		english = w.moneyInEnglish(f, quote)
	case f.Kind == Amount && !f.When.IsZero() && f.Quote.Start == f.Start:
		// "1 million de dollars depuis 2020"
		money := w.moneyInEnglish(f, oneLine(w.Text[f.Start:f.End]))
		if day := w.dayInEnglish(f.When, oneLine(w.Text[f.End:f.Quote.End])); money != "" && day != "" {
			english = money + " " + day
		}
	case f.Kind == Date:
		english = w.dayInEnglish(f.Day, quote)
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
	frenchDay    = regexp.MustCompile(`^(?i:(en|le|du|au|depuis le|depuis|jusqu['’]au) )?(?:(\d{1,2})(?:er)? )?(\pL+ )?(\d{4})?$`)
	frenchMonths = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
	months       = strings.Fields("January February March April May June July August September October November December")

	// beforeDays are the words before a day, which is behind "le" alone what it is without.
	beforeDays = map[string]string{"en": "in ", "depuis": "since ", "depuis le": "since ", "jusqu'au": "until "}
)

// dayInEnglish says a date in English with its month and its year, as far as the quote
// prints them; empty for those that are told otherwise.
func (w *writer) dayInEnglish(day edtf.Date, quote string) string {
	m := frenchDay.FindStringSubmatch(quote)
	if m == nil || quote == "" {
		return ""
	}
	month := strings.TrimSpace(strings.ToLower(m[3]))
	if month == "" && m[4] == "" || month != "" && !slices.Contains(frenchMonths, month) {
		return ""
	}
	english := beforeDays[plainQuotes.Replace(strings.ToLower(m[1]))]
	for _, part := range []string{m[2], monthInEnglish(month), m[4]} {
		if part != "" {
			english += part + " "
		}
	}
	english = strings.TrimSpace(english)
	e := evidence.Quote{Lang: w.Source.Lang, Text: quote, Translation: english}
	if _, problems := evidence.HoldDate(day, e, w.Source.Published); len(problems) > 0 {
		return ""
	}
	return english
}

func monthInEnglish(french string) string {
	if i := slices.Index(frenchMonths, french); i >= 0 {
		return months[i]
	}
	return ""
}
