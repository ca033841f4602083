package content

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"

	"receipts/internal/amount"
	"receipts/internal/diag"
	"receipts/internal/edtf"
)

// A Quantity is an amount and where it stands.
type Quantity struct {
	amount.Quantity
	Place diag.Place
}

// IsCount reports whether q counts things other than money.
func (q Quantity) IsCount() bool {
	return !q.IsZero() && !q.IsMoney() && q.Kind() != amount.Unquantified
}

// IsUnquantified reports whether q is money without a number.
func (q Quantity) IsUnquantified() bool { return q.Kind() == amount.Unquantified }

func (r *reader) quantity(n *yaml.Node) Quantity {
	w := r.words(n)
	if w.Text == "" {
		return Quantity{Place: w.Place}
	}
	q, err := amount.Parse(w.Text)
	var bad *diag.Mistake
	if errors.As(err, &bad) {
		r.diags.AddHint(diag.BadQuantity, r.part(n, bad.Start, bad.End), bad.Message, bad.Hint)
	}
	return Quantity{q, w.Place}
}

// A Date is an EDTF date and where it stands.
type Date struct {
	edtf.Date
	Place diag.Place
}

func (r *reader) date(n *yaml.Node) Date {
	w := r.words(n)
	if w.Text == "" {
		return Date{Place: w.Place}
	}
	d, err := edtf.Parse(w.Text)
	var bad *diag.Mistake
	if errors.As(err, &bad) {
		r.diags.AddHint(diag.BadDate, r.part(n, bad.Start, bad.End), bad.Message, bad.Hint)
	}
	return Date{d, w.Place}
}

// day reads a date that must be a whole day.
func (r *reader) day(n *yaml.Node) Date {
	before := len(*r.diags)
	d := r.date(n)
	if len(*r.diags) == before && d.IsSet() && (d.IsInterval() || d.Precision() != edtf.PrecisionDay) {
		r.diags.AddHint(diag.BadDate, d.Place, "a day is expected here", "write it as 2024-10-21")
	}
	return d
}

// IsSet reports whether the author gave a date that could be read.
func (d Date) IsSet() bool { return d.Date != edtf.Date{} }

// IsGiven reports whether the key was there, with or without a date that
// could be read.
func (d Date) IsGiven() bool { return d.Place != diag.Place{} }

// url reads the address of a page elsewhere.
func (r *reader) url(n *yaml.Node) Words {
	w := r.words(n)
	if w.Text == "" {
		return w
	}
	u, err := url.Parse(w.Text)
	hint := "write the whole address, beginning with https://"
	if i := strings.IndexAny(w.Text, " \t\"<>\\^`{|}"); i >= 0 {
		err = errors.New("a character that addresses do not have")
		hint = fmt.Sprintf("write %%%02X for %q inside an address", w.Text[i], w.Text[i:i+1])
	}
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		r.diags.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a web address`, hint)
		w.Text = ""
	}
	return w
}

// baseURL reads the address that the site is published at.
func (r *reader) baseURL(n *yaml.Node) Words {
	w := r.url(n)
	if i := strings.IndexAny(w.Text, "?#"); i >= 0 {
		r.diags.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" cannot be the address of a site`, `write only "`+w.Text[:i]+`"`)
		w.Text = ""
	}
	w.Text = strings.TrimRight(w.Text, "/")
	return w
}

func (r *reader) mailAddress(n *yaml.Node) Words {
	w := r.words(n)
	if a, err := mail.ParseAddress(w.Text); w.Text != "" && (err != nil || a.Address != w.Text) {
		r.diags.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a mail address`, "write it as name@example.org")
		w.Text = ""
	}
	return w
}

func (r *reader) language(n *yaml.Node) string {
	w := r.words(n)
	if w.Text == "" {
		return ""
	}
	if _, err := language.Parse(w.Text); err != nil {
		r.diags.AddHint(diag.BadLanguage, w.Place, `"`+w.Text+`" is not a language code`, `write a BCP 47 code such as "fr" or "en"`)
		return ""
	}
	return w.Text
}

// maxNumber bounds what authors count: paragraphs, their characters, chapters.
const maxNumber = 100_000

func (r *reader) number(n *yaml.Node) int {
	w := r.words(n)
	if w.Text == "" {
		return 0
	}
	i, err := strconv.Atoi(w.Text)
	if err != nil || i < 1 || i > maxNumber || strconv.Itoa(i) != w.Text {
		hint := ""
		if err == nil && i >= 1 && i <= maxNumber {
			hint = "write " + strconv.Itoa(i)
		}
		r.diags.AddHint(diag.BadNumber, w.Place, `"`+w.Text+`" is not a whole number from 1 to 100000`, hint)
		return 0
	}
	return i
}
