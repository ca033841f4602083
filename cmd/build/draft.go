package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/draft"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/proof"
	"receipts/internal/site"
	"receipts/internal/source"
)

var draftCommand = command{
	name:  "draft",
	args:  "SOURCE",
	short: "begin a summary with what the text of its source says",
	long: `Reads SOURCE, plain text or a saved page of HTML, and writes content/articles/ID.md
as a draft, ID being the name of SOURCE without its ending: each amount, count, date
and state with the shortest quote that carries it and its paragraph, payer, payee and
kind of payment where the words beside it tell them, the id of a fact that has the same
value. What is not understood is a comment with its sentence. Where a person has to write, it says
FILL IN. The text is kept in sources/ID.txt, which git ignores. If the article is
there already, nothing is written: what it does not use of the text is listed.`,
	example: "draft ledger-2024-11-03.txt -outlet ledger",
	flags:   []string{"root", "lang", "outlet", "url", "published"},
	run:     runDraft,
}

func runDraft(ctx context.Context, inv *invocation) error {
	if len(inv.args) == 0 {
		return &usageError{"draft takes the text of a source", inv.call("draft ledger-2024-11-03.txt")}
	}
	file := inv.args[0]
	name := filepath.Base(file)
	id := strings.TrimSuffix(name, filepath.Ext(name))
	if !content.IsID(id) {
		hint := "name it after outlet and day in lower-case letters, digits and single hyphens, such as ledger-2024-11-03.txt"
		if k := content.IDOf(id); content.IsID(k) {
			hint = "rename it to " + k + filepath.Ext(name)
		} else if why := source.Misnamed(k); why != "" {
			hint = why
		}
		return &usageError{`"` + id + `" cannot be the id of an article`, hint}
	}
	doc, err := inv.document(file)
	if err != nil {
		return err
	}
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	editions, err := inv.editions(ctx, root)
	if err != nil {
		return err
	}
	if err := inv.checkOutlet(editions[0]); err != nil {
		return err
	}
	from := draft.Source{Text: doc.Text, Lang: doc.Lang, Headline: doc.Headline, Published: doc.Published}
	inv.asStated(&from, editions[0], id)
	if from.Lang == "" {
		return &usageError{file + ": its language is not known", "name it with -lang, such as -lang fr"}
	}
	a := draft.Article{
		ID: id, Source: doc, Outlet: inv.outlet, URL: inv.url, Site: editions[0],
		Read: time.Now().Format(time.DateOnly), // only the form depends on it
	}
	var ok bool
	a.Reading, ok = draft.Read(from, draft.KnownOf(editions...))
	if !ok && len(from.Paragraphs) > 0 {
		stated := len(from.Paragraphs)
		from.Paragraphs = nil
		return &usageError{fmt.Sprintf("%s has not the paragraphs that the article states: it has %d, the article %d", file, len(draft.Paragraphs(from)), stated), "compare them: " + inv.call("check -drafts -sources sources")}
	}
	if !ok {
		return &usageError{file + " has no paragraphs: none of its lines ends a sentence", "save the text of the article, with its headline in the first line"}
	}
	article := path.Join("content", "articles", id+".md")
	if old, err := root.ReadFile(filepath.FromSlash(article)); err == nil {
		inv.listNew(article, string(old), &a.Reading)
		return inv.tellLonger(root, id, doc.Text, from)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := checkFree(root, id); err != nil {
		return err
	}
	files, err := keptSource(root, id, doc.Text)
	if err != nil {
		return err
	}
	text, tally := a.Write()
	if err := writeNew(root, append(files, newFile{article, text})); err != nil {
		return err
	}
	fmt.Fprintf(inv.stdout, "%s: %s of %s found in %s\n", filepath.Join(inv.root, filepath.FromSlash(article)),
		diag.Plural(tally.Found, "thing"), id, diag.Plural(len(a.Paragraphs), "paragraph"))
	fmt.Fprintf(inv.stdout, "  proposed: %s; not understood, and left as comments: %d\n", diag.Plural(tally.Proposed, "report"), tally.Unread)
	fmt.Fprintf(inv.stdout, "  left to you: %s that say FILL IN\n", diag.Plural(tally.Left, "place"))
	if !evidence.Reads(doc.Lang) {
		fmt.Fprintf(inv.stdout, "  figures, dates and states in %q are not read\n", doc.Lang)
	}
	return nil
}

// document reads the source that is given, with what the flags say of it.
func (inv *invocation) document(file string) (draft.Document, error) {
	info, err := os.Stat(file)
	if err != nil {
		return draft.Document{}, err
	}
	if !info.Mode().IsRegular() {
		return draft.Document{}, &usageError{file + " is no file", "name the text of a source"}
	}
	f, err := os.Open(file)
	if err != nil {
		return draft.Document{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, draft.MaxSize+1))
	if err != nil {
		return draft.Document{}, err
	}
	doc, err := draft.ReadDocument(data)
	if err != nil {
		return doc, &usageError{file + " cannot be read: " + err.Error(), "save the article as text in UTF-8, or the page as HTML"}
	}
	if err := inv.checkSourceFlags(); err != nil {
		return doc, err
	}
	if days := proof.DatesInAddress(inv.url); doc.Published.IsZero() && len(days) == 1 {
		doc.Published = days[0]
	}
	if inv.published != "" {
		d, err := edtf.Parse(inv.published)
		if err != nil || d.IsInterval() || d.Precision() != edtf.PrecisionDay {
			return doc, &usageError{`-published "` + inv.published + `" is no day`, "write it as 2024-10-21"}
		}
		doc.Published = d
	}
	if inv.lang != "" {
		doc.Lang = language.Make(inv.lang).String()
	}
	return doc, nil
}

// asStated reads a source as the front matter of its article says, if that is there: its
// headline, its paragraphs, and what no flag says otherwise.
func (inv *invocation) asStated(from *draft.Source, s *site.Site, id string) {
	for _, a := range slices.Concat(s.Articles, s.Begun) {
		if a.ID != id {
			continue
		}
		stated := a.Front.Source
		from.Paragraphs = stated.Paragraphs
		from.Headline = cmp.Or(content.Told(stated.Headline), from.Headline)
		if inv.lang == "" {
			from.Lang = cmp.Or(stated.Language, from.Lang)
		}
		if d := stated.Published.Date; inv.published == "" && !d.IsZero() {
			from.Published = d
		}
	}
}

// checkSourceFlags refuses a language that is none, and an address that leads nowhere.
func (inv *invocation) checkSourceFlags() error {
	if _, err := language.Parse(inv.lang); inv.lang != "" && err != nil {
		return &usageError{`-lang "` + inv.lang + `" is not a language code`, `write a BCP 47 code such as "fr" or "en"`}
	}
	if u, err := url.Parse(inv.url); inv.url != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return &usageError{`-url "` + inv.url + `" is no address`, "write it in full: https://…"}
	}
	return nil
}

// checkOutlet refuses an outlet that the site does not have.
func (inv *invocation) checkOutlet(s *site.Site) error {
	var ids []string
	for _, o := range s.Organizations {
		ids = append(ids, o.ID)
	}
	if inv.outlet == "" || slices.Contains(ids, inv.outlet) {
		return nil
	}
	return &usageError{`-outlet "` + inv.outlet + `" is no organization of the site`, cmp.Or(diag.DidYouMean(inv.outlet, ids), "write its file first: "+inv.call("new organization ID"))}
}

// editions are the editions of the site as far as it can be read: "check" tells of its
// mistakes.
func (inv *invocation) editions(ctx context.Context, root *os.Root) ([]*site.Site, error) {
	res, err := build.New(root.FS(), receipts.Defaults, build.Options{Drafts: true, Once: true}).Build(ctx)
	if err != nil {
		return nil, err
	}
	return res.Editions(), nil
}

// keptSource are the files that keep the text of a source, and keep it out of version
// control; none if it is kept already.
func keptSource(root *os.Root, id, text string) ([]newFile, error) {
	kept := path.Join("sources", id+".txt")
	switch old, err := root.ReadFile(filepath.FromSlash(kept)); {
	case err == nil:
		if same, err := draft.ReadDocument(old); err == nil && same.Text == text {
			return nil, nil
		}
		return nil, &usageError{kept + " is there already, with another text; nothing was written", "take it away, or draft from it"}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	files := []newFile{{kept, []byte(text)}}
	const ignored = "sources/.gitignore"
	if _, err := root.Lstat(filepath.FromSlash(ignored)); errors.Is(err, fs.ErrNotExist) {
		files = append(files, newFile{ignored, []byte("*\n")})
	}
	return files, nil
}

// tellLonger says whether the text that was given is not the one that is kept, and
// whether it goes on behind the paragraphs that the article states.
func (inv *invocation) tellLonger(root *os.Root, id, text string, from draft.Source) error {
	kept := path.Join("sources", id+".txt")
	switch old, err := root.ReadFile(filepath.FromSlash(kept)); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		if same, err := draft.ReadDocument(old); err != nil || same.Text != text {
			fmt.Fprintf(inv.stdout, "  %s has another text\n", kept)
		}
	}
	stated := len(from.Paragraphs)
	from.Paragraphs = nil
	if n := len(draft.Paragraphs(from)); stated > 0 && n > stated {
		fmt.Fprintf(inv.stdout, "  the text has %s, the article states %d: the others were not read\n", diag.Plural(n, "paragraph"), stated)
	}
	return nil
}

// listNew prints what an article that is there does not use of its text.
func (inv *invocation) listNew(article, old string, r *draft.Reading) {
	unused := r.Unused(old)
	fmt.Fprintf(inv.stdout, "%s is there already; nothing was written\n", filepath.Join(inv.root, filepath.FromSlash(article)))
	fmt.Fprintf(inv.stdout, "  found: %s; not in it: %d\n", diag.Plural(len(r.Found), "thing"), len(unused))
	for _, f := range unused {
		value := f.Value
		if value == "" {
			value = "not understood: " + f.Why
		}
		fmt.Fprintf(inv.stdout, "  %-5s %-8s “%s”: %s\n", f.At, f.Kind, strings.Join(strings.Fields(r.Text[f.Start:f.End]), " "), value)
	}
}
