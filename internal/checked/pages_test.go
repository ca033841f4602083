package checked_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/fixture"
)

// published are the bytes of all that a site publishes, by address.
func published(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := res.Diags.Count(); n > 0 {
		t.Fatal(res.Diags)
	}
	out := map[string]string{}
	for _, r := range res.Routes {
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			t.Fatal(err)
		}
		out[r.Path] = b.String()
	}
	return out
}

// Pages and data say that a statement was read, as whom and when, and by how many if
// there are several; never by whom.
func TestPublished(t *testing.T) {
	const name = "Zebulon Quux"
	pages := published(t, signed(t, asked("1"), name))
	for path, text := range pages {
		if strings.Contains(text, name) || strings.Contains(text, "Zebulon") {
			t.Errorf("%s names who has signed", path)
		}
	}
	const once, onceFr = "read against the source on 29 November 2026 (first reading)", "relu avec la source le 29 novembre 2026 (première lecture)"
	for path, want := range map[string]string{
		"/facts/a-fine/": once, "/fr/facts/a-fine/": onceFr, "/later/": "Read again: 1 of 1, last on 29 November 2026", "/fr/later/": "Textes relus : 1 sur 1, en dernier le 29 novembre 2026",
		"/legal/may-it/": "R" + once[1:], "/fr/legal/may-it/": "R" + onceFr[1:],
		"/articles/first/": "reports read against it: 7 of 7, last on 29 November 2026", "/fr/articles/first/": "récits relus avec lui : 7 sur 7, en dernier le 29 novembre 2026",
		"/data/checked.csv": "first#a-fine,report,first,checked,1,first reading,2026-11-29",
	} {
		if text := plain(pages[path]); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
	// So does what has changed since: a report, and what the page of a fact adds to it.
	files := signed(t, asked("1"), name)
	files["content/facts/a-fine.md"] = strings.Replace(files["content/facts/a-fine.md"], "More than 350,000.", "Much more than 350,000.", 1)
	files["content/articles/second.md"] = strings.Replace(files["content/articles/second.md"], "paid less", "paid more", 1)
	changed := published(t, files)
	for _, tt := range []struct {
		pages      map[string]string
		path, want string
	}{
		{pages, "/facts/a-fine/", "What this page adds to the reports: " + once},
		{pages, "/fr/facts/a-fine/", "Ce que cette page ajoute aux récits : " + onceFr},
		{changed, "/facts/a-fine/", "What this page adds to the reports: changed since it was read against the source<"},
		{changed, "/facts/a-fine/", ">changed since it was read against the source<"},
		{changed, "/fr/facts/a-fine/", "modifié depuis sa relecture avec la source"},
	} {
		if !strings.Contains(plain(tt.pages[tt.path]), tt.want) {
			t.Errorf("%s does not say %q:\n%s", tt.path, tt.want, plain(tt.pages[tt.path]))
		}
	}
	both := published(t, signed(t, asked("2"), "AB", "CD"))
	for path, want := range map[string]string{"/facts/a-fine/": "read against the source by 2 people: first reading, 29 November 2026; first reading, 29 November 2026", "/data/checked.csv": "first#a-fine,report,first,checked,2,first reading; first reading,2026-11-29"} {
		if !strings.Contains(plain(both[path]), want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
	for path, want := range map[string]string{"/coverage/": "Not yet read against a source, as they are now", "/fr/coverage/": "non relus avec leur source"} {
		if text := published(t, asked("1"))[path]; !strings.Contains(text, want) || !strings.Contains(text, ">24<") {
			t.Errorf("%s does not list what was not read", path)
		}
	}
}

// A site that does not ask for signatures publishes the same with a file of them.
func TestNotAsked(t *testing.T) {
	files := fixture.InFrench()
	without := published(t, files)
	files[checked.Path] = signed(t, asked("1"), "AB")[checked.Path]
	with := published(t, files)
	for path, text := range without {
		if with[path] != text {
			t.Errorf("%s is another page", path)
		}
	}
	if len(with) != len(without) || slices.ContainsFunc(reviews(t, files).All, func(r *checked.Review) bool { return r.Needed > 0 }) {
		t.Errorf("%d files are published, %d without signatures", len(with), len(without))
	}
	if reviews(t, fixture.InFrench()) != nil {
		t.Error("a site without signatures has reviews")
	}
}

// plain is text with blanks for spaces that no line breaks at.
func plain(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text)
}
