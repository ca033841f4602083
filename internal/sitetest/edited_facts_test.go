package sitetest

import (
	"bytes"
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/markdown"
)

// factClasses change figures, dates and quotes wherever they stand, legal statuses,
// what articles are said not to say, and texts that a program has damaged.
var factClasses = []statementClass{
	{"figures", 100, figureEdits, append(carried, diag.FigureWithoutFact, diag.LabelDisagrees, diag.SideDiffers, diag.NoSuchDifference, diag.StatesMiscounted, diag.OtherResult)},
	{"invented", 100, inventedEdits, append(carried, diag.OtherResult)},
	{"dates", 100, dateEdits, append(carried, diag.DateWithoutFact, diag.LabelDisagrees, diag.SideDiffers, diag.OtherPublished, diag.OtherDistance, diag.OtherDayBeside, diag.ReadBeforehand)},
	{"quotes", 100, quoteEdits, append(carried, diag.OtherStateInQuote, diag.StateNotGiven, diag.PastParagraphs)},
	{"status", 90, statusEdits, []diag.Code{diag.NoRuling}},
	{"unsaid", 100, unsaidEdits, []diag.Code{diag.SaysIt}},
	{"damaged", 100, damagedEdits, []diag.Code{diag.CutText, diag.Conflict}},
}

// carried are what is said of a figure or a date that its quote does not carry, and of
// a quote that was not found in its source as evidence of it.
var carried = []diag.Code{
	diag.NoFigureInQuote, diag.OtherFigureInQuote, diag.TranslationDiffers, diag.NoDateInQuote, diag.OtherDateInQuote, diag.UnverifiedQuote,
}

// eachReport calls f for each report of an article.
func (c *contents) eachReport(f func(r *content.Report)) {
	c.articles(func(_ string, a *content.Article) { a.EachReport(f) })
}

// eachAmount calls f for each amount of an article.
func (c *contents) eachAmount(f func(a *content.Amount)) {
	c.articles(func(_ string, a *content.Article) {
		for i := range a.Amounts {
			f(&a.Amounts[i])
		}
	})
}

// other is each digit with the one that takes its place.
var other = strings.NewReplacer("0", "3", "1", "2", "2", "5", "3", "4", "4", "6", "5", "7", "6", "8", "7", "9", "8", "1", "9", "4")

var firstNumber = regexp.MustCompile(`\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`)

// otherNumber is text with another number in place of its first one.
func otherNumber(text string) (changed string, ok bool) {
	m := firstNumber.FindStringIndex(text)
	if m == nil {
		return "", false
	}
	number := text[m[0]:m[1]]
	with := other.Replace(number)
	if with == number {
		with = map[bool]string{true: "nine", false: "four"}[number != "nine"]
	}
	return text[:m[0]] + with + text[m[1]:], true
}

// figureEdits change the number of each amount, and each figure that prose repeats.
func figureEdits(c *contents) (edits []edit) {
	c.eachAmount(func(a *content.Amount) {
		if with, ok := otherNumber(a.Quantity.String()); ok {
			edits = append(edits, c.at(a.Quantity.Place, with))
		}
	})
	figure := regexp.MustCompile(`\d[\d,.]* (?:million |USD|dollars|followers|pages)|\b(?:seven|two|three) (?:of the |swing states|phone numbers|months)`)
	return append(edits, c.inProse(figure)...)
}

// inProse are the edits that change the first number of what matches in the prose
// of articles and facts.
func (c *contents) inProse(pattern *regexp.Regexp) (edits []edit) {
	for _, path := range slices.Sorted(maps.Keys(c.pages)) {
		p := c.pages[path]
		if p.Kind != content.ArticleKind && p.Kind != content.FactKind {
			continue
		}
		read := func(d *markdown.Doc) {
			for _, t := range d.Passages() {
				for _, m := range pattern.FindAllStringIndex(t.Text, -1) {
					at := diag.Place{File: path, Start: t.At(m[0]), End: t.At(m[1]-1) + 1}
					words := string(c.files[path][at.Start:at.End])
					if with, ok := otherNumber(words); ok && words == t.Text[m[0]:m[1]] {
						edits = append(edits, c.at(at, with))
					}
				}
			}
		}
		content.EachInline(p.Front, func(i content.Inline) {
			if i.Doc != nil && c.isProse(p, i) {
				read(i.Doc)
			}
		})
		read(p.Body)
	}
	return edits
}

// isProse reports whether a text of the front matter states something of the article
// or the fact, and rests on no other source.
func (c *contents) isProse(p *content.Page, i content.Inline) bool {
	is := func(list []content.Outside) bool {
		return slices.ContainsFunc(list, func(o content.Outside) bool { return o.Says.Place == i.Place })
	}
	switch front := p.Front.(type) {
	case *content.Article:
		lacks := false
		front.EachReport(func(r *content.Report) { lacks = lacks || r.Lacks.Place == i.Place })
		return !lacks && !is(front.Notes) && i.Place != front.Source.PublishedKnown.Place
	case *content.Fact:
		return !is(front.Notes) && !slices.ContainsFunc(front.Disagreements, func(d content.Disagreement) bool { return is(d.Outside) })
	case *content.Topic:
		return true
	}
	return false
}

// inventedEdits give a figure to each amount without one, and say that the quote
// lacks it.
func inventedEdits(c *contents) (edits []edit) {
	c.eachAmount(func(a *content.Amount) {
		if a.Quantity.Kind() != amount.Unquantified {
			return
		}
		e := c.at(a.Quantity.Place, "3 million USD")
		grown := len(e.text) - len(c.files[e.file])
		end := a.Place.Start + bytes.Index(c.files[e.file][a.Place.Start:], []byte("    quote: "))
		end += bytes.IndexByte(c.files[e.file][end:], '\n') + 1 + grown
		e.text = slices.Concat(e.text[:end], []byte("    quote_supports: partly\n    quote_lacks: the number\n"), e.text[end:])
		edits = append(edits, e)
	})
	return edits
}

var month = regexp.MustCompile(`\b\d{1,2} (?:July|October|November)\b`)

// dateEdits change each date: of events and amounts, of publication, in prose.
func dateEdits(c *contents) (edits []edit) {
	day := func(d content.Date) {
		if !d.IsSet() {
			return
		}
		text := strings.TrimRight(d.String(), "~?%")
		with := text[:len(text)-1] + other.Replace(text[len(text)-1:])
		if _, err := edtf.Parse(with); err != nil {
			with = text[:len(text)-2] + "11"
		}
		with += d.String()[len(text):]
		edits = append(edits, c.at(d.Place, with))
	}
	c.articles(func(_ string, a *content.Article) {
		day(a.Source.Published)
		edits = append(edits, c.at(a.Source.Read.Place, "2024-10-01"))
		for i := range a.Amounts {
			day(a.Amounts[i].Period)
		}
		for i := range a.Dates {
			day(a.Dates[i].Date)
		}
	})
	for _, words := range [][2]string{{"AV-202410210561", "AV-202410200561"}, {"AV-202410210561", "AV-202409210561"}} {
		edits = append(edits, c.words("content/articles/bfm-2024-10-21.md", words[0], words[1]))
	}
	for _, words := range []string{"Le 08 octobre à 16h50", "Le 09 novembre à 16h50", "Le 9 octobre 2023"} {
		edits = append(edits, c.words("content/articles/next-2024-10-09.md", "Le 09 octobre à 16h50", words))
	}
	for _, day := range []string{"9 October 2024", "21 October 2024"} {
		edits = append(edits, c.words("content/pages/about.md", "]] of "+day, "]] of 1"+day[1:]))
	}
	for _, number := range []string{"ten days", "two weeks", "13 days"} {
		edits = append(edits, c.words("content/pages/about.md", "twelve days apart", number+" apart"))
		edits = append(edits, c.words("content/facts/voter-referral-47.md", "Twelve days separate", number+" separate"))
	}
	return append(edits, c.inProse(month)...)
}

// quoteEdits leave a word out of each quote, change one, or its place.
func quoteEdits(c *contents) (edits []edit) {
	c.eachReport(func(r *content.Report) {
		for _, e := range append([]content.Evidence{r.Evidence}, r.Also...) {
			words := strings.Fields(e.Quote.Text)
			if len(words) == 0 || e.Quote.Place.End-e.Quote.Place.Start != len(e.Quote.Text) {
				continue
			}
			last := words[len(words)-1]
			at := e.Quote.Place
			at.Start = at.End - len(last)
			edits = append(edits, c.at(at, "jamais"))
			if len(words) > 1 {
				edits = append(edits, c.at(diag.Place{File: at.File, Start: e.Quote.Place.Start, End: e.Quote.Place.Start + len(words[0]) + 1}, ""))
			}
			if e.At.Kind == "P" {
				edits = append(edits, c.at(e.At.Place, "P"+strconv.Itoa(cmp.Or(e.At.N%14, 14)+1)))
			}
		}
	})
	return edits
}

// statusEdits tell of a ruling where an article reports none.
func statusEdits(c *contents) (edits []edit) {
	c.articles(func(_ string, a *content.Article) {
		for i := range a.Legal {
			for _, ruling := range []string{"affirmed", "decided", "dismissed", "injunction-denied"} {
				edits = append(edits, c.at(a.Legal[i].Status.Place, ruling))
			}
		}
	})
	return edits
}

// unsaidEdits say of an article that it does not name who pays, is paid or speaks in
// it, or a fact that it reports.
func unsaidEdits(c *contents) (edits []edit) {
	c.articles(func(_ string, a *content.Article) {
		var ids []string
		party := func(parties []content.Party) {
			for _, p := range parties {
				ids = append(ids, p.ID)
			}
		}
		for i := range a.Amounts {
			party(a.Amounts[i].From)
			party(a.Amounts[i].To)
		}
		a.EachReport(func(r *content.Report) { party(r.By) })
		a.EachFact(func(f *content.FactLinks) { ids = append(ids, f.Fact.Text) })
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			if id != "" {
				edits = append(edits, c.at(a.DoesNotSay[0].Place, `"[[`+id+`]]"`))
			}
		}
	})
	return edits
}

// damagedEdits put a "#" into texts without quotes, and lines of a merge into bodies.
func damagedEdits(c *contents) (edits []edit) {
	plain := regexp.MustCompile(`(?m)^    says: ([^">'].*)$`)
	for _, path := range slices.Sorted(maps.Keys(c.pages)) {
		p, data := c.pages[path], c.files[path]
		if p.Kind != content.ArticleKind {
			continue
		}
		for _, m := range plain.FindAllSubmatchIndex(data, -1) {
			half := m[2] + bytes.IndexByte(data[m[2]:], ' ')
			edits = append(edits, c.at(diag.Place{File: path, Start: half, End: half}, " #1"))
		}
	}
	for _, path := range slices.Sorted(maps.Keys(c.pages)) {
		data := c.files[path]
		if i := bytes.Index(data, []byte("\n\n")); i >= 0 && c.pages[path].Kind == content.ArticleKind {
			edits = append(edits, c.at(diag.Place{File: path, Start: i + 1, End: i + 1}, "<<<<<<< HEAD\nOne.\n=======\nOther.\n>>>>>>> other\n"))
		}
	}
	return edits
}
