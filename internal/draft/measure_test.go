package draft

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"receipts"
	"receipts/internal/amount"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// What is found is measured on real texts, which were read by a person before the
// program read them. For each text there is a file NAME.found in testdata/texts, with a
// line for each place and kind: what stands there in our notation, or "?" where our
// notation has no form for it or only a person can tell. Texts that are free stand beside
// it; behind an amount, after a "|" each, what its sentence tells of it: what kind of payment
// it is (in the words that are built in), who of the site gives, is given or is cited, when
// it was. Of texts that are not free only these notes are kept, in our own words, and -texts names a
// folder with the texts.
var (
	texts  = flag.String("texts", "", "a folder with further texts, NAME.txt")
	detail = flag.Bool("misses", false, "print what was missed and what was found besides")
)

// lastRead are the texts that were not looked at while the program was written.
var lastRead = []string{"fec-2016-04-06", "fec-2007-12-20", "fec-2007-10", "orange-2023-10-27", "bfm-2013-07-04", "francetv-2023-10"}

// What is told of an amount.
const (
	flowOf Kind = "flow"
	fromOf Kind = "from"
	toOf   Kind = "to"
	byOf   Kind = "by"
	whenOf Kind = "when"
)

var toldOf = []Kind{flowOf, fromOf, toOf, byOf, whenOf}

// told are what the draft of a text tells of its amounts, as findings of those kinds.
func told(n noted, s *site.Site, r Reading) (all []Finding) {
	w := &writer{Article: &Article{Source: Document{Lang: n.give.Lang}, Site: s, Reading: r}}
	for _, f := range r.Found {
		if f.Kind != Amount || f.Value == "" {
			continue
		}
		add := func(kind Kind, values ...string) {
			for _, v := range values {
				if v != "" {
					all = append(all, Finding{Kind: kind, At: f.At, Value: f.Value + ": " + v})
				}
			}
		}
		if id, _ := w.flow(f); id != "" {
			add(flowOf, id)
		}
		add(fromOf, f.From...)
		add(toOf, f.To...)
		add(byOf, f.By...)
		add(whenOf, f.When.String())
	}
	return all
}

// An item is one thing that stands at a place of a text.
type item struct {
	at    string
	kind  Kind
	value string
}

// A noted text is one with what a person found in it.
type noted struct {
	name  string
	give  Source
	items []item
	text  bool // whether it is here
}

func notedTexts(t testing.TB) []noted {
	t.Helper()
	files, err := filepath.Glob("testdata/texts/*.found")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	var all []noted
	for _, file := range files {
		n := noted{name: strings.TrimSuffix(filepath.Base(file), ".found")}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			rest = strings.TrimSpace(rest)
			switch key {
			case "", "source", "free":
			case "lang":
				n.give.Lang = rest
			case "headline":
				n.give.Headline = rest
			case "published":
				n.give.Published = day(t, rest)
			default:
				kind, value, _ := strings.Cut(rest, " ")
				of := strings.Split(value, " | ")
				value = of[0]
				for _, said := range of[1:] {
					kind, value, _ := strings.Cut(said, " ")
					n.items = append(n.items, item{key, Kind(kind), of[0] + ": " + value})
				}
				values := []string{value}
				if kind == string(Name) {
					values = strings.Fields(value)
				}
				for _, v := range values {
					n.items = append(n.items, item{key, Kind(kind), v})
				}
			}
		}
		for _, folder := range []string{"testdata/texts", *texts} {
			if data, err := os.ReadFile(filepath.Join(folder, n.name+".txt")); err == nil {
				n.give.Text, n.text = string(data), true
			}
		}
		all = append(all, n)
	}
	return all
}

// realSite is our own site, whose names the texts have.
var realSite = sync.OnceValues(func() ([]*site.Site, error) {
	res, err := build.New(os.DirFS("../.."), receipts.Defaults, build.Options{Once: true}).Build(context.Background())
	if err != nil {
		return nil, err
	}
	return append([]*site.Site{res.Site}, res.Others...), nil
})

// A score is how much of one kind was found.
type score struct {
	there  int // what a person found
	found  int // of that, with its value
	marked int // of that, without a value but with the reason
	values int // all values of the program
	wrong  int // of these, those that stand in place of another one
}

func (s score) add(t score) score {
	return score{s.there + t.there, s.found + t.found, s.marked + t.marked, s.values + t.values, s.wrong + t.wrong}
}

func share(n, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(n) / float64(of)
}

func (s score) recall() float64    { return share(s.found+s.marked, s.there) }
func (s score) precision() float64 { return share(s.found, s.values) }

func TestMeasure(t *testing.T) {
	editions, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	k := KnownOf(editions...)
	english := built(t, siteOf(editions[0], "en")).Site
	total, unseen := map[Kind]score{}, map[Kind]score{}
	for _, n := range notedTexts(t) {
		if !n.text {
			continue
		}
		r, ok := Read(n.give, k)
		if !ok {
			t.Errorf("%s: no paragraphs", n.name)
			continue
		}
		scores := compare(t, n, append(slices.Clone(r.Found), told(n, english, r)...))
		for kind, s := range scores {
			total[kind] = total[kind].add(s)
			if slices.Contains(lastRead, n.name) {
				unseen[kind] = unseen[kind].add(s)
			}
		}
		if testing.Verbose() {
			print(n.name, scores)
		}
	}
	if testing.Verbose() {
		print("looked at last", unseen)
		print("all", total)
	}
	for kind, least := range map[Kind]float64{Amount: 95, Count: 95, Date: 95, State: 100, Name: 95, flowOf: 0, fromOf: 0, toOf: 0, byOf: 0, whenOf: 0} {
		s := total[kind]
		if s.recall() < least {
			t.Errorf("of each 100 of kind %s %.1f are found, not %.0f", kind, s.recall(), least)
		}
		if s.precision() < 90 {
			t.Errorf("of each 100 values of kind %s %.1f stand in the texts, not 90", kind, s.precision())
		}
		if s.wrong > 0 {
			t.Errorf("%d values of kind %s are wrong", s.wrong, kind)
		}
	}
}

// compare compares what was found in a text with what a person found. At one place the
// same value is looked for; what is left over on both sides is a wrong value.
func compare(t *testing.T, n noted, found []Finding) map[Kind]score {
	type slot struct {
		at   string
		kind Kind
	}
	want, values, marked := map[slot][]string{}, map[slot][]string{}, map[slot]int{}
	slots := map[slot]bool{}
	for _, i := range n.items {
		s := slot{i.at, i.kind}
		want[s], slots[s] = append(want[s], i.value), true
	}
	for _, f := range found {
		s := slot{f.At, f.Kind}
		slots[s] = true
		if f.Value == "" {
			marked[s]++
			continue
		}
		values[s] = append(values[s], f.Value)
	}
	scores := map[Kind]score{}
	for _, s := range slices.SortedFunc(maps.Keys(slots), func(a, b slot) int { return strings.Compare(a.at+string(a.kind), b.at+string(b.kind)) }) {
		sc := score{there: len(want[s]), values: len(values[s])}
		missing := slices.Clone(want[s])
		extra := slices.Clone(values[s])
		for _, v := range values[s] {
			if i := slices.IndexFunc(missing, func(w string) bool { return isSame(t, s.kind, w, v) }); i >= 0 {
				missing = slices.Delete(missing, i, i+1)
				extra = slices.Delete(extra, slices.Index(extra, v), slices.Index(extra, v)+1)
				sc.found++
			}
		}
		sc.marked = min(len(missing), marked[s])
		sc.wrong = min(len(missing)-sc.marked, len(extra))
		if slices.Contains(toldOf, s.kind) {
			sc.wrong = len(extra) // there is nothing else that they may be of
		}
		if *detail && (len(missing) > 0 || len(extra) > 0) {
			fmt.Printf("  %s %s %s: missing %q, besides %q, marked %d\n", n.name, s.at, s.kind, missing, extra, marked[s])
		}
		scores[s.kind] = scores[s.kind].add(sc)
	}
	return scores
}

// isSame reports whether a person's value is that of the program. What is counted may
// be called otherwise, and what it is for.
func isSame(t *testing.T, kind Kind, want, got string) bool {
	t.Helper()
	if want == "?" {
		return false
	}
	switch kind {
	case Amount, Count:
		w, err := amount.Parse(want)
		if err != nil {
			t.Fatalf("%q: %v", want, err)
		}
		g, err := amount.Parse(got)
		if err != nil {
			t.Fatalf("%q: %v", got, err)
		}
		return w.Kind() == g.Kind() && w.Lo() == g.Lo() && w.Hi() == g.Hi() && w.Digits() == g.Digits() && w.VagueForm() == g.VagueForm() &&
			w.Qualifier() == g.Qualifier() && w.IsMoney() == g.IsMoney() && (!w.IsMoney() || w.Unit() == g.Unit())
	case flowOf, fromOf, toOf, byOf, whenOf:
		wantOf, wantIs, _ := strings.Cut(want, ": ")
		gotOf, gotIs, _ := strings.Cut(got, ": ")
		return wantIs == gotIs && isSame(t, Amount, wantOf, gotOf)
	case Date:
		w, g := day(t, want), day(t, got)
		return w.Earliest() == g.Earliest() && w.Latest() == g.Latest() || sameDays(w, g)
	}
	return want == got
}

// sameDays reports whether two dates differ in an open end alone: of a text that says
// "since 2010" or "before July" a person may have noted the day alone.
func sameDays(a, b edtf.Date) bool {
	alone := func(d edtf.Date) edtf.Part {
		if d.OpenStart() {
			return d.End()
		}
		return d.Start()
	}
	return (a.OpenStart() || a.OpenEnd() || b.OpenStart() || b.OpenEnd()) && alone(a) == alone(b)
}

func print(name string, scores map[Kind]score) {
	for _, kind := range append([]Kind{Amount, Count, Date, State, Citation, Name}, toldOf...) {
		if s, ok := scores[kind]; ok {
			fmt.Printf("%-22s %-8s there %3d, with their value %3d, marked %2d, missed %2d; found besides %2d, wrong %d; recall %5.1f, precision %5.1f\n",
				name, kind, s.there, s.found, s.marked, s.there-s.found-s.marked, s.values-s.found, s.wrong, s.recall(), s.precision())
		}
	}
}

// TestOurArticles compares what is found in the sources of our own articles, where
// -texts has them, with what these report. They do not report all that is there, so only
// what is missed is counted.
func TestOurArticles(t *testing.T) {
	editions, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	k := KnownOf(editions...)
	for _, a := range editions[0].Articles {
		data, err := os.ReadFile(filepath.Join(*texts, a.ID+".txt"))
		if *texts == "" || err != nil {
			t.Log(a.ID + " has no text here")
			continue
		}
		src := &a.Front.Source
		r, ok := Read(Source{Text: string(data), Lang: src.Language, Headline: src.Headline.Text, Published: src.Published.Date, Paragraphs: src.Paragraphs}, k)
		if !ok {
			t.Errorf("%s: no paragraphs", a.ID)
			continue
		}
		n := noted{name: a.ID}
		seen := map[item]bool{}
		note := func(at string, kind Kind, value string) {
			if i := (item{at, kind, value}); !seen[i] {
				seen[i] = true
				n.items = append(n.items, i)
			}
		}
		for i := range a.Front.Amounts {
			m := &a.Front.Amounts[i]
			if q := m.Quantity; !q.IsUnquantified() && !m.Partly {
				kind := Count
				if q.IsMoney() {
					kind = Amount
				}
				note(m.At.String(), kind, q.String())
				if kind == Amount {
					note(m.At.String(), flowOf, q.String()+": "+m.Flow.Text)
					for kind, parties := range map[Kind][]content.Party{fromOf: m.From, toOf: m.To, byOf: m.By} {
						for _, p := range parties {
							if p.ID != "" {
								note(m.At.String(), kind, q.String()+": "+p.ID)
							}
						}
					}
				}
			}
		}
		for i := range a.Front.Dates {
			if e := &a.Front.Dates[i]; e.Date.IsSet() && !e.Partly {
				note(e.At.String(), Date, e.Date.String())
			}
		}
		for i := range a.Front.States {
			note(a.Front.States[i].At.String(), State, a.Front.States[i].State.Code)
		}
		found := slices.Clone(r.Found)
		for i := range found { // our locators tell a standfirst and a dateline apart
			for _, it := range n.items {
				if found[i].At == "head" || found[i].At == "C" {
					if it.at == "C" || it.at == "ST" || it.at == "head" {
						found[i].At = it.at
					}
				}
			}
		}
		n.give.Lang = src.Language
		scores := compare(t, n, append(found, told(n, editions[0], r)...))
		print(a.ID, scores)
	}
}

// TestLinesToType prints which share of the lines of the front matter a draft leaves to
// type: those that say FILL IN, of all that are no comments. It does so on our site, whose
// kinds of payments are its own; on one in English that has the kinds that are built in;
// and on such a one in the language of the text, where no quote is translated.
func TestLinesToType(t *testing.T) {
	if !testing.Verbose() {
		t.Skip("it only prints")
	}
	editions, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	ours := editions[0]
	english, french := built(t, siteOf(ours, "en")).Site, built(t, siteOf(ours, "fr")).Site
	total := map[string][2]int{}
	for _, n := range notedTexts(t) {
		if !n.text {
			continue
		}
		own := english
		if n.give.Lang == "fr" {
			own = french
		}
		var line strings.Builder
		line.WriteString(fmt.Sprintf("%-22s %s:", n.name, n.give.Lang))
		for _, on := range []struct {
			name string
			*site.Site
		}{{"our site", ours}, {"English site", english}, {"site in its language", own}} {
			typed, all, kinds := linesToType(n, on.Site)
			line.WriteString(fmt.Sprintf(" %s %d of %d, %.0f %%;", on.name, typed, all, share(typed, all)))
			if on.Site == own && *detail {
				line.WriteString(fmt.Sprint(" ", kinds))
			}
			key := n.give.Lang + " on " + on.name
			total[key] = [2]int{total[key][0] + typed, total[key][1] + all}
		}
		fmt.Println(line.String())
	}
	for _, key := range slices.Sorted(maps.Keys(total)) {
		fmt.Printf("all %s: %d of %d lines to type, %.1f %%\n", key, total[key][0], total[key][1], share(total[key][0], total[key][1]))
	}
}

// linesToType counts the lines of the draft of a text that are left to type, of all, and
// those by their keys.
func linesToType(n noted, s *site.Site) (typed, all int, kinds map[string]int) {
	doc := Document{Text: plainText(n.give.Text), Headline: n.give.Headline, Published: n.give.Published, Lang: n.give.Lang}
	a := Article{ID: "source", Source: doc, Outlet: "next", Read: "2026-11-29", Site: s}
	a.Reading, _ = Read(Source{Text: doc.Text, Lang: doc.Lang, Headline: doc.Headline, Published: doc.Published}, KnownOf(s))
	text, _ := a.Write()
	front, _, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "---\n")
	kinds = map[string]int{}
	list := ""
	for line := range strings.Lines(front) {
		key, _, _ := strings.Cut(strings.TrimLeft(line, " -"), ":")
		switch {
		case strings.HasPrefix(strings.TrimSpace(line), "#"):
			continue
		case !strings.HasPrefix(line, " "):
			list = key
		}
		all++
		if strings.Contains(line, "FILL IN") {
			typed++
			kinds[list+"."+key]++
		}
	}
	return typed, all, kinds
}
