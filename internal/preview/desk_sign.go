package preview

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/diag"
	"receipts/internal/source"
)

// writeWithin is how long the file of signatures may be held by others, and shownWithin
// how long the site may take to be built with what was written before the next page is
// shown without.
const (
	writeWithin = 5 * time.Second
	shownWithin = 2 * time.Second
)

// What a form of the review asks for.
const (
	doSign   = "holds"
	doQuery  = "query"
	doAnswer = "answer"
)

// deskSign does what a form of the review asks for: a signature, a query, or an answer to
// one. A signature is of the item that the form has shown, which its hash says; if that
// is another now, it is shown anew, and nothing is signed.
func (p *preview) deskSign(w http.ResponseWriter, r *http.Request, e *edition, f frame) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	switch err := r.ParseForm(); {
	case r.Method != http.MethodPost:
		http.Error(w, "a review is signed with POST", http.StatusMethodNotAllowed)
		return
	case err != nil:
		http.Error(w, "the form is longer than a review has it, or broken", http.StatusBadRequest)
		return
	case !p.isFromUs(r):
		http.Error(w, "only pages of this preview sign", http.StatusForbidden)
		return
	}
	form := r.PostForm
	f.signer = signerOf(form)
	page := reviewPage{frame: f, filter: filterOf(form), Note: form.Get("note")}
	id, do := form.Get("item"), form.Get("do")
	refuse := func(status int, why string) {
		page.Message = why
		p.deskItem(w, r, e, page, id, status)
	}
	item := e.current.Reviews.Of(id)
	change := checked.Change{Review: item}
	today := time.Now().Format(time.DateOnly)
	switch {
	case item == nil:
		refuse(http.StatusNotFound, "")
		return
	case do != doAnswer && item.Hash != form.Get("hash"):
		refuse(http.StatusConflict, "This has changed while you read it. Nothing was noted: here it is as it is now.")
		return
	case f.By == "":
		refuse(http.StatusUnprocessableEntity, "Say who you are: a name or initials.")
		return
	case do == doAnswer:
		change.Answer = &checked.Query{By: form.Get("asked-by"), On: form.Get("asked-on"), Says: form.Get("asked")}
	case do == doSign:
		change.Sign = &checked.Signature{Name: f.By, Role: f.Role, On: today}
	case do == doQuery:
		change.Query = &checked.Query{By: f.By, Says: page.Note, On: today}
	default:
		http.Error(w, "a review is signed, or asked about", http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), writeWithin)
	defer cancel()
	if err := checked.Write(ctx, p.Folder, change); err != nil {
		status, why := p.whyNotSigned(err)
		refuse(status, why)
		return
	}
	p.signed.add(change)
	// The watcher sees the file, too; of both comes one rebuild.
	p.inbox.put(at(checked.Path))
	select {
	case <-e.next:
	case <-time.After(shownWithin):
	case <-r.Context().Done():
	}
	to := id
	if do != doAnswer {
		_, next, _, _ := page.around(inOrder(e), id)
		to = cmp.Or(next, id)
	}
	http.Redirect(w, r, f.reviewHref(page.filter, to), http.StatusSeeOther)
}

// whyNotSigned says for a person why the file of signatures was not written.
func (p *preview) whyNotSigned(err error) (status int, why string) {
	if bad, ok := errors.AsType[*diag.Mistake](err); ok {
		return http.StatusUnprocessableEntity, "Not noted: " + bad.Message + ". " + bad.Hint + "."
	}
	if _, ok := errors.AsType[*checked.Refused](err); ok {
		return http.StatusConflict, "Not noted: " + checked.Path + " has mistakes, which the terminal names. Mend them first."
	}
	p.tell("write %s: %v", checked.Path, err)
	return http.StatusInternalServerError, "Not noted: " + checked.Path + " cannot be written (" + err.Error() + ")."
}

// A signed knows what was signed in this run, so that the author is told if an editor saves
// an older version of the file over it: no program can wait for an editor.
type signed struct {
	mu      sync.Mutex
	changes []checked.Change
}

// add notes a change that was written.
func (s *signed) add(c checked.Change) {
	if c.Sign == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes = append(s.changes, c)
}

// gone are the items whose signatures the file lacks, each once. What another person has
// signed since in another version is not lacking.
func (s *signed) gone(root fs.FS) (ids []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.changes) == 0 {
		return nil
	}
	data, err := source.Read(root, checked.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil // the build reports it
	}
	now, _ := checked.Parse(data)
	if !now.IsWhole() {
		return nil
	}
	s.changes = slices.DeleteFunc(s.changes, func(c checked.Change) bool {
		lacks := now.Lacks(c)
		if lacks && !slices.Contains(ids, c.Review.ID) {
			ids = append(ids, c.Review.ID)
		}
		return lacks
	})
	return ids
}

// saysGone says of which items the signatures are gone; it is empty if of none. Of items
// that the site does not have any more, as they were renamed, nothing is said.
func saysGone(ids []string, now *build.Result) string {
	if now != nil {
		ids = slices.DeleteFunc(ids, func(id string) bool { return now.Reviews.Of(id) == nil })
	}
	if len(ids) == 0 {
		return ""
	}
	return "Another program has saved " + checked.Path + " without what was signed here: " + strings.Join(ids, ", ") + ". Unless that was meant, sign again."
}
