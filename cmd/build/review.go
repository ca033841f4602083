package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/diag"
)

var reviewCommand = command{
	name:  "review",
	args:  "[ID]...",
	short: "list what was read against its source, and sign it",
	long: `Lists what the site states, item by item: reports, notes, questions, later
developments, and what else stands on pages; who has read each against its source;
and what has changed since. With ID it shows what an item states, field by field.

-sign notes in content/checked.yaml that you have read the items as they are now,
beside their sources; with -hash, which "review ID" prints, only if the item still
says what you have read. -query asks something about one, which stays until it is
answered: PROGRAM review -query ID "Which year?" -by NAME. Once content/site.yaml
says "checked: 1" or "checked: 2", check warns of what so many people have not read,
or what has changed since; with -strict these are errors. Drafts need no signature.`,
	example: "review -sign ledger-2024-11-03 -by AB -role reader",
	flags:   []string{"root", "list", "article", "kind", "changed", "unsigned", "queries", "sign", "hash", "query", "answer", "mend", "by", "role", "on", "format", "j"},
	run:     runReview,
}

func runReview(ctx context.Context, inv *invocation) error {
	if inv.hash != "" && (!inv.sign || len(inv.args) != 1) {
		return &usageError{"-hash is of one item that is signed", `"` + inv.call("review ID") + `" prints it`}
	}
	w, err := inv.work(ctx, func(opt *build.Options) { opt.Reviews, opt.Drafts = true, true })
	if err != nil {
		return err
	}
	defer w.close()
	res := w.res
	w.bar.clear()
	if inv.mend {
		return inv.mendReviews(ctx, res)
	}
	mistakes := slices.DeleteFunc(slices.Clone(res.Diags), func(d diag.Diagnostic) bool { return d.IsWarning() || d.Code == diag.UnknownItem })
	if len(mistakes) > 0 {
		return inv.report(res, mistakes)
	}
	if !inv.sign && !inv.query && !inv.answer {
		return inv.listReviews(ctx, res.Reviews)
	}
	changes, err := inv.reviewChanges(res.Reviews)
	if err != nil {
		return err
	}
	changes = slices.DeleteFunc(changes, inv.isSigned)
	if err := checked.Write(ctx, inv.root, changes...); err != nil {
		return inv.explainRefusal(err, res)
	}
	if err := inv.report(res, nil); err != nil {
		return err
	}
	if len(changes) == 0 {
		return nil
	}
	did := map[bool]string{inv.sign: "signed", inv.query: "asked about", inv.answer: "answered"}[true]
	inv.say("%s %s, in %s\n", diag.Plural(len(changes), "item"), did, checked.Path)
	return nil
}

// isSigned says that a change signs what the same person has signed already, as the same,
// and no other day is given. It is false if not.
func (inv *invocation) isSigned(c checked.Change) bool {
	if c.Sign == nil {
		return false
	}
	s, ok := c.Review.SignedBy(c.Sign.Name)
	if !ok || s.Role != c.Sign.Role || inv.on != "" && s.On != inv.on {
		return false
	}
	inv.say("%s was signed already by %s (%s) on %s\n", c.Review.ID, s.Name, s.Role, s.On)
	return true
}

// explainRefusal makes the mistakes of the file of signatures, or of the command line, of
// an error.
func (inv *invocation) explainRefusal(err error, res *build.Result) error {
	if bad, ok := errors.AsType[*diag.Mistake](err); ok {
		return &usageError{bad.Message, bad.Hint}
	}
	if refused, ok := errors.AsType[*checked.Refused](err); ok {
		return cmp.Or(inv.report(res, refused.Diags), err)
	}
	return err
}

// mendReviews writes the file of signatures anew, after a merge.
func (inv *invocation) mendReviews(ctx context.Context, res *build.Result) error {
	if err := checked.Write(ctx, inv.root); err != nil {
		return inv.explainRefusal(err, res)
	}
	if err := inv.report(res, nil); err != nil {
		return err
	}
	for _, id := range res.Reviews.File().Unsure() {
		inv.say("%s: a query that one side alone has is kept; if the other has answered it, answer it again\n", id)
	}
	inv.say("%s is written anew\n", checked.Path)
	return nil
}

// reviewChanges are those that the command line asks for.
func (inv *invocation) reviewChanges(all *checked.Reviews) (changes []checked.Change, err error) {
	ids, words := inv.args, ""
	if !inv.sign && len(ids) > 1 {
		ids, words = inv.args[:1], strings.Join(inv.args[1:], " ")
	}
	today := time.Now().Format(time.DateOnly)
	switch {
	case inv.sign && inv.query, inv.sign && inv.answer, inv.query && inv.answer:
		return nil, &usageError{"-sign, -query and -answer are three commands", "give one of them"}
	case len(ids) == 0:
		return nil, &usageError{"review needs the id of an item", `"` + inv.call("review -list") + `" lists them`}
	case checked.IsDay(inv.on) && inv.on > today:
		return nil, &usageError{"-on " + inv.on + " is a day to come", "nothing was read then yet"}
	case inv.answer && strings.TrimSpace(inv.by) == "":
		return nil, &usageError{"an answer lacks a name", "say with -by who has looked it up"}
	}
	on := cmp.Or(inv.on, today)
	for _, id := range ids {
		r, err := reviewOf(all, id)
		if err != nil {
			return nil, err
		}
		if inv.hash != "" && inv.hash != r.Hash {
			return nil, &usageError{`"` + id + `" says something else now: its hash is ` + r.Hash, `look at it with "` + inv.call("review "+id) + `", then sign again`}
		}
		if slices.ContainsFunc(changes, func(c checked.Change) bool { return c.Review == r }) {
			continue // named twice
		}
		c := checked.Change{Review: r}
		switch {
		case inv.sign:
			c.Sign = &checked.Signature{Name: inv.by, Role: inv.role, On: on}
		case inv.query:
			c.Query = &checked.Query{By: inv.by, On: on, Says: words}
		default:
			if c.Answer, err = answered(r, words); err != nil {
				return nil, err
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// reviewKinds are the kinds of items.
func reviewKinds() (kinds []string) {
	for _, k := range checked.Kinds {
		kinds = append(kinds, string(k))
	}
	return kinds
}

func reviewOf(all *checked.Reviews, id string) (*checked.Review, error) {
	if r := all.Of(id); r != nil {
		return r, nil
	}
	var ids []string
	for _, r := range all.All {
		ids = append(ids, r.ID)
	}
	return nil, &usageError{`nothing that can be checked is called "` + id + `"`, cmp.Or(diag.DidYouMean(id, ids), "a report is named by its article and its fact, first#daily-award; a page by its id")}
}

// answered is the query about r that begins with some words, if there is one alone.
func answered(r *checked.Review, words string) (*checked.Query, error) {
	var found []checked.Query
	for _, q := range r.Queries {
		if strings.HasPrefix(q.Says, words) {
			found = append(found, q)
		}
	}
	switch {
	case len(found) == 1:
		return &found[0], nil
	case len(found) == 0:
		return nil, &usageError{`nothing like that is asked about "` + r.ID + `"`, ""}
	}
	return nil, &usageError{diag.Plural(len(found), "query") + ` are open about "` + r.ID + `"`, "write the first words of the one that is answered behind the id"}
}

// listReviews prints the items that the flags ask for, or one with all that it states.
func (inv *invocation) listReviews(ctx context.Context, all *checked.Reviews) error {
	var list []*checked.Review
	for _, id := range inv.args {
		r, err := reviewOf(all, id)
		if err != nil {
			return err
		}
		list = append(list, r)
	}
	if pages := pagesOf(all); inv.article != "" && !slices.Contains(pages, inv.article) {
		return &usageError{`no article or page is called "` + inv.article + `"`, diag.DidYouMean(inv.article, pages)}
	}
	if len(inv.args) == 0 {
		list = slices.DeleteFunc(slices.Clone(all.All), func(r *checked.Review) bool { return !inv.isAskedFor(r) })
	}
	if inv.format == "json" {
		return inv.printReviews(list)
	}
	for _, r := range list {
		fmt.Fprintf(inv.stdout, "%s  %s  %s\n", r.ID, r.Kind, standing(r))
		for _, q := range r.Queries {
			fmt.Fprintf(inv.stdout, "    ? %s, %s: %s\n", q.By, q.On, q.Says)
		}
		if len(inv.args) > 0 {
			inv.printFields(ctx, r)
		}
	}
	if len(inv.args) == 0 {
		inv.say("%s\n", tally(list))
	}
	return nil
}

// pagesOf are the pages that have items, by id.
func pagesOf(all *checked.Reviews) (ids []string) {
	for _, r := range all.All {
		ids = append(ids, r.Page)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (inv *invocation) isAskedFor(r *checked.Review) bool {
	return (inv.article == "" || inv.article == r.Page) &&
		(inv.kind == "" || inv.kind == string(r.Kind)) &&
		(!inv.changed || r.HasChanged()) &&
		(!inv.unsigned || r.IsUnsigned()) &&
		(!inv.queries || len(r.Queries) > 0)
}

// standing says who has checked r.
func standing(r *checked.Review) string {
	by := func(list []checked.Signature) string {
		var all []string
		for _, s := range list {
			all = append(all, s.Name+" ("+s.Role+") "+s.On)
		}
		return strings.Join(all, ", ")
	}
	switch {
	case r.HasChanged():
		return "changed since " + by(r.Before) + ": " + strings.Join(r.Changed, ", ")
	case len(r.By) > 0:
		return by(r.By)
	case r.Draft:
		return "draft"
	}
	return "unsigned"
}

func (inv *invocation) printFields(ctx context.Context, r *checked.Review) {
	fmt.Fprintf(inv.stdout, "    hash: %s\n", r.Hash)
	below := func(text string) string { return strings.ReplaceAll(text, "\n", "\n      ") }
	for _, f := range r.Fields {
		fmt.Fprintf(inv.stdout, "    %s: %s\n", f.Name, below(f.Outline()))
	}
	for _, v := range r.Versions(inv.history(ctx)) {
		if v.HasWas {
			fmt.Fprintf(inv.stdout, "    %s was: %s\n", v.Name, below(cmp.Or(v.WasWhole, "not there")))
		}
	}
}

// tally counts a list.
func tally(list []*checked.Review) string {
	done, changed, queries := 0, 0, 0
	for _, r := range list {
		switch {
		case r.HasChanged():
			changed++
		case r.IsChecked():
			done++
		}
		queries += len(r.Queries)
	}
	return fmt.Sprintf("%s: %d checked, %d changed since, %s open", diag.Plural(len(list), "item"), done, changed, diag.Plural(queries, "query"))
}

// A shownReview is a review as -format json prints it.
type shownReview struct {
	ID        string              `json:"id"`
	Kind      checked.Kind        `json:"kind"`
	Page      string              `json:"page"`
	File      string              `json:"file"`
	Hash      string              `json:"hash"`
	Draft     bool                `json:"draft,omitempty"`
	Checked   bool                `json:"checked"`
	Signed    []checked.Signature `json:"signed"`
	Changed   []string            `json:"changed,omitempty"`
	Queries   []checked.Query     `json:"queries,omitempty"`
	Statement map[string]string   `json:"states"`
}

func (inv *invocation) printReviews(list []*checked.Review) error {
	out := []shownReview{}
	for _, r := range list {
		s := shownReview{r.ID, r.Kind, r.Page, r.Place.File, r.Hash, r.Draft, r.IsChecked(), slices.Concat([]checked.Signature{}, r.By), r.Changed, r.Queries, map[string]string{}}
		for _, f := range r.Fields {
			s.Statement[f.Name] = f.Text()
		}
		out = append(out, s)
	}
	e := json.NewEncoder(inv.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
