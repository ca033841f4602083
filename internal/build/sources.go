package build

import (
	"errors"
	"io/fs"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// CheckSources looks for every quote of the site in the text it is from:
// sources holds one file for each article, ID.txt. What is found is noted in
// the lock that comes back; quotes of articles without a text keep what the
// old lock says of them.
func (r *Result) CheckSources(sources fs.FS) (*verbatim.Lock, diag.List, error) {
	var diags diag.List
	lock := &verbatim.Lock{}
	texts := map[*site.Article]*verbatim.Source{}
	for _, a := range r.Site.Articles {
		f, err := source.Read(sources, a.ID+".txt")
		if errors.Is(err, fs.ErrNotExist) {
			diags.AddHint(diag.NoSourceText, a.Page.Place, `there is no source text "`+a.ID+`.txt"`, "its quotes stay as they were verified before")
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		src := &a.Front.Source
		text, ok := verbatim.ParseSource(string(f.Data), src.Headline.Text, src.Paragraphs)
		if !ok {
			diags.AddHint(diag.BadSourceText, src.Headline.Place, a.ID+".txt has no "+strconv.Itoa(len(src.Paragraphs))+" lines with the lengths of the article's paragraphs",
				"give the length of each paragraph in characters: paragraphs: [512, 430, …]")
			continue
		}
		texts[a] = text
		lock.AddSource(a.ID, text)
	}
	r.Site.EachQuote(func(a *site.Article, e *content.Evidence) {
		text := texts[a]
		if text == nil {
			return
		}
		found, elsewhere := text.Find(e.At.Kind, e.At.N, e.Quote.Text)
		switch {
		case found:
			lock.Add(a.ID, text, e.At.String(), e.Quote.Text)
		case elsewhere != "":
			diags.AddHint(diag.QuoteNotInSource, e.At.Place, "the quote does not stand at "+e.At.String()+" of "+a.ID, "it stands at "+elsewhere)
		default:
			diags.AddHint(diag.QuoteNotInSource, e.Quote.Place, "the quote does not stand in the source of "+a.ID+", word for word",
				"copy it from the source; white space and the shape of quotation marks do not count")
		}
	})
	lock.Merge(r.lock)
	return lock, diags.Sorted(), nil
}
