package desk

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/draft"
	"receipts/internal/fixture"
	"receipts/internal/site"
)

// built is the first article of a site, with the site and the reading of a text.
func built(t *testing.T, files map[string]string, text string) (*site.Article, *build.Result, *draft.Reading) {
	t.Helper()
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{Drafts: true, Reviews: true}).Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range res.Site.Articles {
		if a.ID != "first" {
			continue
		}
		s := a.Front.Source
		r, ok := draft.Read(draft.Source{Text: text, Lang: "fr", Headline: s.Headline.Text, Published: s.Published.Date, Paragraphs: s.Paragraphs}, draft.KnownOf(res.Site))
		if !ok {
			t.Fatal("the text has no paragraphs")
		}
		return a, res, &r
	}
	t.Fatal("there is no article")
	return nil, nil, nil
}

// written is a page as a person may read it: [used]1, {not used}+1, <not understood>?1.
func written(p *Page) string {
	brackets := map[Mark]string{Used: "[]", Unused: "{}", Unclear: "<>"}
	var out strings.Builder
	for _, b := range p.Blocks {
		out.WriteString(b.At + ": ")
		for _, piece := range b.Pieces {
			if br := brackets[piece.Mark]; br != "" {
				out.WriteString(br[:1] + piece.Text + br[1:])
			} else {
				out.WriteString(piece.Text)
			}
			for _, l := range piece.Ends {
				out.WriteString(l.Sign())
			}
		}
		for _, r := range b.Reports {
			out.WriteString(" | " + r.Sign() + " " + r.Of())
		}
		for _, f := range b.Findings {
			if f.Why != "" {
				f.Why = "WHY"
			}
			out.WriteString(" | " + f.Sign() + " " + string(f.Kind) + " " + f.Value + f.Why)
		}
		out.WriteString("\n")
	}
	for _, r := range p.Astray {
		out.WriteString(r.Sign() + " " + r.Of() + " " + strings.Join(r.Notes, ", ") + "\n")
	}
	return out.String()
}

// A text is marked where reports quote it and where they leave something; what is found
// where no report has it says so.
func TestOf(t *testing.T) {
	files := fixture.Small()
	a, res, r := built(t, files, fixture.FirstSource())
	p := Of(a, res.Text(a.Page.Path), res.Reviews, res.Diags, r)
	const want = `T: Une amende
P1: Le journal raconte une affaire de lettres.
P2: Ada écrit à la cour depuis longtemps.
P3: Elle a payé [plus de 350 000 dollars]1, selon le journal. | 1 a-fine
P4: Chaque envoi coûte [47 dollars par lettre]2, et il y a [plusieurs lettres]3. | 2 a-part | 3 letters
P5: La décision a été rendue [le 5 octobre]4. | 4 the-ruling
P6: Ada dit avoir été [prévenue]5. | 5 a-warning
P7: Tout se passe [en Pennsylvanie]6, et <12 millions de dollars>?1 manquent. | 6 PA | ?1 amount WHY
P8: La question se pose : [est-ce permis]7 ? | 7 may-it
P9: Le {7 novembre}+1, la cour parlera encore de {47 dollars}+2. | +1 date 2024-11-07 | +2 amount 47 USD
`
	if diff := cmp.Diff(want, written(p)); diff != "" {
		t.Errorf("the desk (-want +got):\n%s", diff)
	}
	if want := (Counts{Reports: 7, Used: 7, Unused: 2, Unclear: 1}); p.Counts != want {
		t.Errorf("counts: %+v", p.Counts)
	}
}

// A report whose quote stands elsewhere, or nowhere, stands apart, and says so; without a
// text all do.
func TestAstray(t *testing.T) {
	files := fixture.Small()
	text := strings.Replace(fixture.FirstSource(), "le 5 octobre", "en octobre", 1)
	files["content/articles/first.md"] = strings.Replace(files["content/articles/first.md"], "at: P6", "at: P5", 1)
	a, res, r := built(t, files, text)
	p := Of(a, res.Text(a.Page.Path), res.Reviews, res.Diags, r)
	var got []string
	for _, r := range p.Astray {
		got = append(got, r.Of()+": "+strings.Join(r.Notes, ", "))
	}
	want := []string{
		"the-ruling: “le 5 octobre” does not stand in the text, word for word",
		"a-warning: “prévenue” stands at P6, not at P5",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("astray (-want +got):\n%s", diff)
	}
	if p := Of(a, res.Text(a.Page.Path), res.Reviews, res.Diags, nil); len(p.Astray) != 7 || len(p.Blocks) != 0 {
		t.Errorf("without a text: %+v", p)
	}
}

// The day of publication, above the first paragraph, is used as such.
func TestDayOfPublication(t *testing.T) {
	text := strings.Replace(fixture.FirstSource(), "Une amende\n", "Une amende\nLe 9 octobre 2024\nLe 8 octobre 2024\n", 1)
	a, res, r := built(t, fixture.Small(), text)
	p := Of(a, res.Text(a.Page.Path), res.Reviews, res.Diags, r)
	if got := written(p); !strings.Contains(got, "head: Le 9 octobre 2024\nhead: Le {8 octobre 2024}+1") {
		t.Errorf("the desk:\n%s", got)
	}
}

// Each report has the problems of its lines, and the file has the others.
func TestProblems(t *testing.T) {
	files := fixture.Small()
	files["content/articles/first.md"] = strings.NewReplacer("47 USD per letter", "48 USD per letter", "[[fine-print]]", "[[nothing]]", "says: The Gazette dates", "say: The Gazette dates").
		Replace(files["content/articles/first.md"])
	a, res, r := built(t, files, fixture.FirstSource())
	p := Of(a, res.Text(a.Page.Path), res.Reviews, res.Diags, r)
	got := map[string][]diag.Code{}
	for _, b := range p.Blocks {
		for _, r := range b.Reports {
			for _, d := range r.Problems {
				got[r.Of()] = append(got[r.Of()], d.Code)
			}
		}
	}
	for _, d := range p.Problems {
		got[""] = append(got[""], d.Code)
	}
	n := 0
	for _, list := range got {
		n += len(list)
	}
	if fmt.Sprint(got["a-part"]) != "[E091]" || len(got["the-ruling"]) == 0 || len(got["a-fine"]) > 0 || len(got[""]) == 0 || n != p.Diagnostics {
		t.Errorf("problems: %v of %d", got, p.Diagnostics)
	}
}

func TestItemEnd(t *testing.T) {
	const text = "amounts:\n  - fact: a\n    amount: 1\n\n    also:\n      - quote: b\n  # a comment\n  - fact: b\ndates: []\n"
	for first, want := range map[string]string{"fact: a": "  # a comment\n", "quote: b": "  # a comment\n", "fact: b": "dates: []\n", "dates": ""} {
		got := text[ItemEnd([]byte(text), strings.Index(text, first)):]
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("behind %q stands %q, want %q", first, got, want)
		}
	}
}

// The passages of a report have its own quotes marked, that of the first before others.
func TestPassages(t *testing.T) {
	files := fixture.Small()
	files["content/articles/first.md"] = strings.Replace(files["content/articles/first.md"], "    at: P6\n", "    at: P6\n    also:\n      - quote: \"écrit à la cour\"\n        translation: \"writes to the court\"\n        at: P2\n", 1)
	a, _, r := built(t, files, fixture.FirstSource())
	got := written(&Page{Blocks: Passages(r, QuotesOf(&a.Front.Claims[0].Report))})
	if want := "P6: Ada dit avoir été [prévenue].\nP2: Ada [écrit à la cour] depuis longtemps.\n"; got != want {
		t.Errorf("the passages:\n%s", got)
	}
	if got := written(&Page{Blocks: Passages(r, nil)}); strings.Contains(got, "[") || strings.Count(got, "\n") != 10 {
		t.Errorf("the whole text:\n%s", got)
	}
}

// However ranges lie over each other, the pieces are the text, and each range ends once.
func TestCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aé ")), 0, 12, -1).Draw(t, "text")
		var edges []int
		for i := range text {
			edges = append(edges, i)
		}
		edges = append(edges, len(text))
		edge := rapid.SampledFrom(edges)
		marks := rapid.SampledFrom([]Mark{Used, Unused, Unclear})
		var ranges []marked
		for i := range rapid.IntRange(0, 5).Draw(t, "n") {
			start, end := edge.Draw(t, "start"), edge.Draw(t, "end")
			if start < end {
				ranges = append(ranges, marked{start, end, Label{marks.Draw(t, "mark"), i + 1}})
			}
		}
		whole, at := "", 0
		ends := map[Label]int{}
		for _, p := range cut(text, ranges) {
			whole += p.Text
			isMarked := false
			for _, r := range ranges {
				isMarked = isMarked || r.start <= at && at < r.end
			}
			if isMarked != (p.Mark != NoMark) {
				t.Fatalf("%q of %q is marked %q by %v", p.Text, text, p.Mark, ranges)
			}
			for _, l := range p.Ends {
				ends[l]++
			}
			at += len(p.Text)
		}
		if whole != text || len(ends) != len(ranges) {
			t.Fatalf("%q with %v becomes %q, with ends %v", text, ranges, whole, ends)
		}
	})
}

// A text from elsewhere shows all its characters.
func TestVisible(t *testing.T) {
	for give, want := range map[string]string{
		"47\u00a0dollars\n": "47\u00a0dollars\n", "a\x00b\x1b[31m": "a[U+0000]b[U+001B][31m", "\u202egnp\u202c": "[U+202E]gnp[U+202C]",
		"zero\u200bwidth": "zero[U+200B]width", "\xffbad": "\ufffdbad", "soft\u00adhyphen": "soft\u00adhyphen", "é\u0301": "é\u0301",
		"\U000e0041tag": "[U+E0041]tag", "\ue000private": "[U+E000]private",
	} {
		if got := Visible(give); got != want {
			t.Errorf("%q is shown as %q, want %q", give, got, want)
		}
	}
}
