package content

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"path"
	"strconv"
	"strings"
	"unicode"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// address is the address of a page elsewhere.
var address = addressOf(func(text string) (string, error) { return text, checkAddress(text) })

// archivedAt is the address of a copy in an archive. Archives are read over https, so that
// the copy is the one that was kept.
var archivedAt = addressOf(func(text string) (string, error) {
	if err := checkAddress(text); err != nil {
		return "", err
	}
	if u, err := url.Parse(text); err != nil || u.Scheme != "https" {
		return "", diag.Wrong(0, len(text), `"`+text+`" is not an address of an archive`, "write the whole address of the copy, beginning with https://")
	}
	return text, nil
}).Matching(strings.Replace(addressPattern, "[Ss]?", "[Ss]", 1))

// addressPattern is what every address matches.
const addressPattern = `^[Hh][Tt][Tt][Pp][Ss]?://[^ \t"<>\\^` + "`" + `{|}]+$`

// baseURL is the address that the site is published at.
var baseURL = addressOf(SiteAddress)

func addressOf(parse func(text string) (string, error)) yamldoc.Type[Words] {
	return yamldoc.Scalar("a web address", func(r *yamldoc.Reader, w Words) (Words, bool) {
		if w.Text == "" {
			return w, false
		}
		text, err := parse(w.Text)
		if err != nil {
			r.AddMistake(diag.BadURL, w, err, "")
			text = ""
		}
		w.Text = text
		return w, text != ""
	}).Matching(addressPattern)
}

// checkAddress returns a [diag.Mistake] if text is not the whole address of a page.
func checkAddress(text string) error {
	u, err := url.Parse(text)
	hint := "write the whole address, beginning with https://"
	if i := strings.IndexAny(text, " \t\"<>\\^`{|}"); i >= 0 {
		err = errors.New("a character that addresses do not have")
		hint = fmt.Sprintf("write %%%02X for %q inside an address", text[i], text[i:i+1])
	} else if bad := url.EscapeError(""); errors.As(err, &bad) {
		hint = `write %25 for a "%" that is meant, as in "` + string(bad) + `"`
	} else if err == nil && u.Port() != "" && !isPort(u.Port()) {
		err = errors.New("no port")
		hint = "leave out the port, or write one from 1 to 65535"
	} else if err == nil && u.User != nil {
		hint = `leave out the name that stands before the "@"`
	}
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return diag.Wrong(0, len(text), `"`+text+`" is not a web address`, hint)
	}
	return nil
}

func isPort(s string) bool {
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && n > 0
}

// SiteAddress returns the address that a site is published at without a slash at its
// end, in ASCII and with its server in small letters, or a [diag.Mistake].
func SiteAddress(text string) (string, error) {
	if err := checkAddress(text); err != nil {
		return "", err
	}
	refuse := func(hint string) (string, error) {
		return "", diag.Wrong(0, len(text), `"`+text+`" cannot be the address of a site`, hint)
	}
	if i := strings.IndexAny(text, "?#"); i >= 0 {
		return refuse(`write only "` + text[:i] + `"`)
	}
	text = strings.TrimSuffix(text, "/")
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || strings.ContainsFunc(u.Path, diag.IsInvisible) || strings.HasPrefix(u.Host, ".") ||
		strings.Contains(u.Host, "..") || strings.HasSuffix(u.Host, ":") {
		return refuse("write it as https://example.org or https://example.org/path")
	}
	if u.Path == "/" || u.Path != "" && u.Path != path.Clean(u.Path) {
		u.Path, u.RawPath = path.Clean(u.Path), ""
		return refuse(`write only "` + strings.TrimRight(u.String(), "/") + `"`)
	}
	if strings.ContainsFunc(u.Host, func(r rune) bool { return r > unicode.MaxASCII }) {
		return refuse(`write the name of the server as machines do: it begins with "xn--"`)
	}
	return u.Scheme + "://" + strings.ToLower(u.Host) + u.EscapedPath(), nil
}

var mailAddress = yamldoc.Scalar("a mail address", func(r *yamldoc.Reader, w Words) (Words, bool) {
	if a, err := mail.ParseAddress(w.Text); w.Text != "" && (err != nil || a.Address != w.Text) {
		r.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a mail address`, "write it as name@example.org")
		w.Text = ""
	}
	return w, w.Text != ""
}).Matching(`^[^@ ]+@[^@ ]+$`)
