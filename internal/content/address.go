package content

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// address is the address of a page elsewhere.
var address = yamldoc.Scalar("a web address", func(r *yamldoc.Reader, w Words) (Words, bool) {
	if w.Text == "" {
		return w, false
	}
	u, err := url.Parse(w.Text)
	hint := "write the whole address, beginning with https://"
	if i := strings.IndexAny(w.Text, " \t\"<>\\^`{|}"); i >= 0 {
		err = errors.New("a character that addresses do not have")
		hint = fmt.Sprintf("write %%%02X for %q inside an address", w.Text[i], w.Text[i:i+1])
	}
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		r.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a web address`, hint)
		w.Text = ""
	}
	return w, w.Text != ""
})

// baseURL is the address that the site is published at.
var baseURL = address.Then(func(r *yamldoc.Reader, w *Words, _ yamldoc.Node) {
	if i := strings.IndexAny(w.Text, "?#"); i >= 0 {
		r.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" cannot be the address of a site`, `write only "`+w.Text[:i]+`"`)
		w.Text = ""
	}
	w.Text = strings.TrimRight(w.Text, "/")
})

var mailAddress = yamldoc.Scalar("a mail address", func(r *yamldoc.Reader, w Words) (Words, bool) {
	if a, err := mail.ParseAddress(w.Text); w.Text != "" && (err != nil || a.Address != w.Text) {
		r.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a mail address`, "write it as name@example.org")
		w.Text = ""
	}
	return w, w.Text != ""
})
