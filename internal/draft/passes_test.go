package draft

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/site"
)

// TestWhatIsWrittenPasses fills in the drafts of all texts as shortly as an author could,
// and checks them with their sources: no quote, amount, date or place may be wrong.
func TestWhatIsWrittenPasses(t *testing.T) {
	editions, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	reports := 0
	for _, n := range notedTexts(t) {
		if !n.text {
			continue
		}
		t.Run(n.name, func(t *testing.T) {
			files := siteOf(editions[0], n.give.Lang)
			res := built(t, files)
			doc := Document{Text: plainText(n.give.Text), Headline: n.give.Headline, Published: n.give.Published, Lang: n.give.Lang}
			a := Article{ID: "source", Source: doc, Outlet: "next", Read: "2026-11-29", Site: res.Site}
			var ok bool
			a.Reading, ok = Read(Source{Text: doc.Text, Lang: doc.Lang, Headline: doc.Headline, Published: doc.Published}, KnownOf(res.Site))
			if !ok {
				t.Fatal("no paragraphs")
			}
			text, tally := a.Write()
			reports += tally.Proposed
			files["content/articles/source.md"] = &fstest.MapFile{Data: text}
			if errors, _ := built(t, files).Diags.Count(); errors > 0 {
				t.Errorf("as it is written: %v", built(t, files).Diags)
			}
			files["content/articles/source.md"] = &fstest.MapFile{Data: filledIn(text)}
			files["source.txt"] = &fstest.MapFile{Data: []byte(doc.Text)}
			res = built(t, files)
			_, found, err := res.Proof.CheckSources(files, res.Diags)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range append(res.Diags, found...) {
				if !d.IsWarning() && d.Place.File == "content/articles/source.md" {
					t.Errorf("%s %s\n%s", d.Code, d.Message, line(filledIn(text), d.Place.Start))
				}
			}
		})
	}
	if reports < 40 {
		t.Errorf("only %d reports were checked", reports)
	}
}

func built(t *testing.T, files fstest.MapFS) *build.Result {
	t.Helper()
	res, err := build.New(files, receipts.Defaults, build.Options{Drafts: true, Once: true}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// siteOf is a site in one language that has the people and organizations of another.
func siteOf(s *site.Site, lang string) fstest.MapFS {
	files := fstest.MapFS{"content/site.yaml": {Data: []byte("title: A site\nbase_url: https://example.org\nregions: us-states\nlanguages: [" + lang + "]\n")}}
	for _, list := range [][]*site.Entity{s.People, s.Organizations} {
		for _, e := range list {
			kind := ""
			if e.Kind == site.OrganizationNode {
				kind = "kind: group\n"
			}
			also := ""
			for _, w := range e.Front.Also {
				also += fmt.Sprintf("  - %q\n", w.Text)
			}
			if also != "" {
				also = "also:\n" + also
			}
			folder := map[bool]string{true: "organizations", false: "people"}[e.Kind == site.OrganizationNode]
			files["content/"+folder+"/"+e.ID+".md"] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: %q\n%s%ssummary: One of several.\n---\n", e.Title, also, kind)}
		}
	}
	return files
}

var (
	party  = regexp.MustCompile(`(?m)^    (?:from|to|by): \[?(.*?)\]?$`)
	toFill = regexp.MustCompile(`"FILL IN:[^"\n]*"|FILL IN:.*`)
	items  = regexp.MustCompile(`(?m)^  - `)
	noun   = regexp.MustCompile(`"FILL IN: with its noun in the language of the site: (.*)"`)
)

// filledIn is a draft with words in all places that are left: the sentence of a report
// names its parties.
func filledIn(text []byte) []byte {
	s := noun.ReplaceAllString(string(text), "$1")
	s = regexp.MustCompile(`(?m)^    flow: .*\n    date: "FILL IN.*$`).ReplaceAllString(s, "    flow: general") // no day is found
	s = regexp.MustCompile(`(?m)^    flow: "FILL IN.*$`).ReplaceAllString(s, "    flow: general")
	at := items.FindAllStringIndex(s, -1)
	for i := len(at) - 1; i >= 0; i-- {
		end := len(s)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		item := s[at[i][0]:end]
		var ids []string
		for _, m := range party.FindAllStringSubmatch(item, -1) {
			for id := range strings.SplitSeq(m[1], ", ") {
				ids = append(ids, "[["+id+"]]")
			}
		}
		words := `"Next ` + strings.Join(ids, " ") + `."`
		s = s[:at[i][0]] + toFill.ReplaceAllLiteralString(item, words) + s[end:]
	}
	return []byte(toFill.ReplaceAllLiteralString(s, "Words."))
}

func line(text []byte, at int) string {
	start := strings.LastIndexByte(string(text[:at]), '\n') + 1
	rest, _, _ := strings.Cut(string(text[start:]), "\n")
	return rest
}
