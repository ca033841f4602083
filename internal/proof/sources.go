package proof

import (
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// CheckSources looks for every quote of the site in the text it is from, and
// compares each figure with the words around its quote there. The text of an
// article's source is the file ID.txt of sources.
//
// The lock that it returns has the quotes that were found, without those that the
// words around them speak against; quotes of articles without a text keep what the
// old lock says of them. known are the mistakes of the site: with errors, the pages
// that could be read are checked. The error is a file that cannot be read.
func (p *Proof) CheckSources(sources fs.FS, known diag.List) (*verbatim.Lock, diag.List, error) {
	texts, doubted, diags, err := p.readSources(sources, known)
	if err != nil {
		return nil, nil, err
	}
	doubts := p.checkParagraphs(texts)
	lock := &verbatim.Lock{}
	diags = append(diags, p.findQuotes(texts, doubts, lock)...)
	// A figure that its quote does not carry has its error.
	diags = append(diags, slices.DeleteFunc(doubts, func(d diag.Diagnostic) bool {
		return d.Code == diag.CroppedQuote && slices.ContainsFunc(known, func(k diag.Diagnostic) bool { return k.Place == d.Place && !k.IsWarning() })
	})...)
	lock.Merge(p.lock, func(article string) bool { return doubted[article] })
	return lock, diags.Sorted(), nil
}

// readSources reads the texts of the articles' sources. doubted are the articles whose
// text is not what it was, by id.
func (p *Proof) readSources(sources fs.FS, known diag.List) (texts map[*site.Article]*verbatim.Source, doubted map[string]bool, diags diag.List, err error) {
	texts, doubted = map[*site.Article]*verbatim.Source{}, map[string]bool{}
	for _, a := range p.Site.Articles {
		f, err := source.Read(sources, a.ID+".txt")
		if errors.Is(err, fs.ErrNotExist) {
			diags.AddHint(diag.NoSourceText, a.Page.Place, `there is no source text "`+a.ID+`.txt"`, "its quotes stay as they were verified before")
			continue
		}
		if err != nil {
			return nil, nil, nil, err
		}
		src := &a.Front.Source
		text, ok := verbatim.ParseSource(string(f.Data), src.Headline.Text, src.Paragraphs)
		if ok {
			texts[a] = text
			continue
		}
		doubted[a.ID] = true
		if lengths := verbatim.Lengths(string(f.Data), src.Headline.Text); len(src.Paragraphs) > 0 {
			diags = append(diags, badText(a, lengths))
		} else if !hasErrors(known, a.Page.Path) {
			diags = append(diags, uncounted(a, lengths))
		}
	}
	return texts, doubted, diags, nil
}

// checkParagraphs compares each figure with the words around its quote, and looks for
// those that a quote lacks.
func (p *Proof) checkParagraphs(texts map[*site.Article]*verbatim.Source) (doubts diag.List) {
	for _, a := range p.Site.Articles {
		text := texts[a]
		if text == nil {
			continue
		}
		occurrences := func(e content.Evidence) []verbatim.Occurrence {
			return text.Occurrences(e.At.Kind, e.At.N, e.Quote.Text)
		}
		doubts = append(doubts, checkAround(a.Front, func(e content.Evidence) (contexts []evidence.Context) {
			for _, o := range occurrences(e) {
				contexts = append(contexts, evidence.Context(o))
			}
			return contexts
		})...)
		for s := range statements(a.Front) {
			if s.Partly && !slices.Contains(p.read(a.Page).refuted, s.Report) {
				doubts = append(doubts, checkNumber(a, s, occurrences)...)
			}
		}
	}
	return doubts
}

// findQuotes looks for each quote in the text it is from, and adds those that are found
// to the lock, but for those that the words around them speak against.
func (p *Proof) findQuotes(texts map[*site.Article]*verbatim.Source, doubts diag.List, lock *verbatim.Lock) (diags diag.List) {
	for a, text := range texts {
		lock.AddSource(a.ID, text)
	}
	cropped := map[diag.Place]bool{} // quotes that carry another figure where they stand, or not all of it
	for _, d := range doubts {
		for _, quote := range d.Related {
			cropped[quote.Place] = true
		}
	}
	eachQuote(p.Site, func(q siteQuote) {
		text := texts[q.Article]
		if text == nil || q.Quote.Text == "" || q.At.IsZero() {
			return
		}
		found, elsewhere := text.Find(q.At.Kind, q.At.N, q.Quote.Text)
		switch {
		case found && cropped[q.Quote.Place]:
		case found:
			lock.Add(q.Article.ID, text, q.At.String(), q.Quote.Text, q.Stated)
		case elsewhere != "":
			diags.AddHint(diag.QuoteNotInSource, q.At.Place, "the quote does not stand at "+q.At.String()+" of "+q.Article.ID, "it stands at "+elsewhere)
		default:
			diags.AddHint(diag.QuoteNotInSource, q.Quote.Place, "the quote does not stand in the source of "+q.Article.ID+", word for word",
				"copy it from the source; white space and the shape of quotation marks do not count")
		}
	})
	return diags
}

// hasErrors reports whether a file has mistakes.
func hasErrors(known diag.List, path string) bool {
	return slices.ContainsFunc(known, func(d diag.Diagnostic) bool { return d.Place.File == path && !d.IsWarning() })
}

// uncounted says that a does not state how many paragraphs its source has; lengths are
// those of the lines that read as such.
func uncounted(a *site.Article, lengths []int) diag.Diagnostic {
	d := diag.Diagnostic{
		Code: diag.UncountedText, Place: a.Front.Source.Headline.Place,
		Message: "the article does not state how many paragraphs its source has, so its quotes were not looked up",
		Hint:    "give the length of each paragraph in characters: paragraphs: [512, 430, …]",
	}
	if len(lengths) > 0 {
		d.Hint = "write \"" + lengthsKey(lengths) + "\", if that is right: these paragraphs of " + a.ID + ".txt end a sentence"
	}
	return d
}

// badText says that the text of a's source has other paragraphs than a states;
// lengths are those of the lines that read as paragraphs.
func badText(a *site.Article, lengths []int) diag.Diagnostic {
	src := &a.Front.Source
	d := diag.Diagnostic{
		Code: diag.BadSourceText, Place: src.Headline.Place,
		Hint: "give the length of each paragraph in characters: paragraphs: [512, 430, …]",
	}
	stated := len(src.Paragraphs)
	switch {
	case src.Paragraphs[0] > 0:
		d.Message = a.ID + ".txt has no " + diag.Plural(stated, "line") + " with the lengths of the article's paragraphs"
		return d
	case len(lengths) == stated:
		d.Message = a.ID + ".txt can be cut into " + diag.Plural(stated, "paragraph") + " in several ways"
	default:
		d.Message = diag.Plural(stated, "paragraph") + " stated, but " + diag.Plural(len(lengths), "line") + " of " + a.ID + ".txt end a sentence"
	}
	if len(lengths) > 0 {
		d.Hint = "give the length of each paragraph, of these lines: " + lengthsKey(lengths)
	}
	return d
}

// lengthsKey is the key that states lengths.
func lengthsKey(lengths []int) string {
	each := make([]string, len(lengths))
	for i, n := range lengths {
		each[i] = strconv.Itoa(n)
	}
	return "paragraphs: [" + strings.Join(each, ", ") + "]"
}
