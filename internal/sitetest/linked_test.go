package sitetest

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
	"golang.org/x/net/html"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/fixture"
)

// What pages tell machines is held here to the vocabulary of schema.org, to the pages,
// to the tables of the data and to a processor of JSON-LD.

// A told is a node of JSON-LD.
type told = map[string]any

// linkedSites are the sites of these tests: the real one, a small one below a path and one
// of many kinds of content.
func linkedSites(t *testing.T) map[string]*built {
	t.Helper()
	files := fixture.Small()
	files[content.ConfigPath] = regexp.MustCompile(`(?m)^base_url: .*$`).ReplaceAllString(files[content.ConfigPath], "base_url: https://small.example/below")
	small, errSmall := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	full, errFull := buildFrom(fixture.FS(maps.Collect(archive.New(24, 1).Full())), receipts.Defaults, build.Options{})
	if err := errors.Join(errSmall, errFull); err != nil {
		t.Fatal(err)
	}
	return map[string]*built{"real": site(t), "small": small, "archive": full}
}

// linked is what a page tells machines.
func linked(t *testing.T, p *page) (told, string) {
	t.Helper()
	var scripts []*html.Node
	for _, n := range all(p.doc, "script") {
		if value(n, "type") == "application/ld+json" {
			scripts = append(scripts, n)
		}
	}
	if len(scripts) != 1 {
		t.Fatalf("%s: %d elements for machines", p.path, len(scripts))
	}
	var out told
	source := scripts[0].FirstChild.Data // a raw text, in which a parser reads no markup
	d := json.NewDecoder(strings.NewReader(source))
	d.UseNumber()
	if err := d.Decode(&out); err != nil || d.More() {
		t.Fatalf("%s: %v: %s", p.path, err, source)
	}
	return out, source
}

// list is a value of a property as a list.
func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

// eachTold calls f for a node and for all nodes in it.
func eachTold(n told, f func(told)) {
	f(n)
	for _, v := range n {
		for _, v := range list(v) {
			if n, ok := v.(told); ok {
				eachTold(n, f)
			}
		}
	}
}

// A vocabulary is the types and properties of schema.org.
type vocabulary struct {
	above      map[string][]string    // of a type, the types above it
	properties map[string][2][]string // the types that have one, and those of its values
}

func schemaOrg(t *testing.T) vocabulary {
	t.Helper()
	data, err := os.ReadFile("testdata/schemaorg/vocabulary.tsv")
	if err != nil {
		t.Fatal(err)
	}
	v := vocabulary{map[string][]string{}, map[string][2][]string{}}
	for line := range strings.Lines(string(data)) {
		switch f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); f[0] {
		case "type":
			v.above[f[1]] = strings.Fields(f[2])
		case "property":
			v.properties[f[1]] = [2][]string{strings.Fields(f[2]), strings.Fields(f[3])}
		}
	}
	if len(v.above) < 800 || len(v.properties) < 1400 {
		t.Fatalf("only %d types and %d properties", len(v.above), len(v.properties))
	}
	return v
}

// is reports whether a type is one of those, or below one.
func (v vocabulary) is(kind string, of []string) bool {
	return slices.Contains(of, kind) || slices.ContainsFunc(v.above[kind], func(above string) bool { return v.is(above, of) })
}

var isoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

// faults are where a node does not keep to v. typeOf has the types of nodes that are
// described elsewhere.
func (v vocabulary) faults(n told, typeOf map[string]string) (out []string) {
	kind, _ := n["@type"].(string)
	if _, known := v.above[kind]; !known {
		return []string{fmt.Sprintf("there is no type %q", kind)}
	}
	for key, values := range n {
		if strings.HasPrefix(key, "@") {
			continue
		}
		name, isInput := strings.CutSuffix(key, "-input") // schema.org/docs/actions.html
		p, known := v.properties[name]
		switch {
		case !known:
			out = append(out, fmt.Sprintf("there is no property %q", name))
			continue
		case isInput:
			continue
		case !v.is(kind, p[0]):
			out = append(out, fmt.Sprintf("a %s has no %s", kind, name))
		}
		for _, value := range list(values) {
			if fault := v.fault(value, p[1], typeOf); fault != "" {
				out = append(out, kind+"."+name+": "+fault)
			}
		}
	}
	return out
}

func (v vocabulary) fault(value any, of []string, typeOf map[string]string) string {
	switch value := value.(type) {
	case told:
		kind, _ := value["@type"].(string)
		if kind == "" {
			id, _ := value["@id"].(string)
			kind = typeOf[id]
		}
		if v.is(kind, of) {
			return ""
		}
	case json.Number:
		if slices.Contains(of, "Number") || slices.Contains(of, "Integer") && !strings.ContainsAny(value.String(), ".eE") {
			return ""
		}
	case string:
		u, err := url.Parse(value)
		isURL := err == nil && u.IsAbs() && u.Host != ""
		if strings.TrimSpace(value) != "" && (slices.Contains(of, "Text") || slices.Contains(of, "URL") && isURL || slices.Contains(of, "Date") && isoDate.MatchString(value)) {
			return ""
		}
	}
	return fmt.Sprintf("%v is none of %v", value, of)
}

// All that pages tell machines is in the vocabulary of schema.org. Each thing is
// described on the page of its id, and has one type everywhere. There is no verdict.
func TestLinkedVocabulary(t *testing.T) {
	v := schemaOrg(t)
	kinds := map[string]int{}
	for name, s := range linkedSites(t) {
		typeOf := map[string]string{}
		here := map[string]bool{} // ids that are described where they lead
		pages := map[string]told{}
		for _, p := range s.pages {
			page, _ := linked(t, p)
			pages[p.path] = page
			eachTold(page, func(n told) {
				id, _ := n["@id"].(string)
				kind, _ := n["@type"].(string)
				kinds[kind]++
				if id == "" || kind == "" {
					return
				}
				if was := typeOf[id]; was != "" && was != kind {
					t.Errorf("%s: %s is a %s and a %s", name, id, was, kind)
				}
				typeOf[id] = kind
				address, _, _ := strings.Cut(id, "#")
				here[id] = here[id] || address == s.Site.URL(p.path)
			})
		}
		for _, path := range slices.Sorted(maps.Keys(pages)) {
			eachTold(pages[path], func(n told) {
				id, _ := n["@id"].(string)
				if _, isTyped := n["@type"]; isTyped || len(n) > 1 {
					for _, fault := range v.faults(n, typeOf) {
						t.Errorf("%s, %s: %s", name, path, fault)
					}
				}
				if id != "" && !here[id] {
					t.Errorf("%s, %s: %s is not described where it leads", name, path, id)
				}
				if kind, _ := n["@type"].(string); v.is(kind, []string{"Review", "Rating"}) {
					t.Errorf("%s, %s: a verdict: %v", name, path, n)
				}
			})
			if _, has := pages[path]["breadcrumb"]; has == (strings.TrimPrefix(path, french) == "/") {
				t.Errorf("%s, %s: breadcrumbs: %v", name, path, has)
			}
		}
	}
	for _, kind := range []string{
		"Article", "NewsArticle", "CorrectionComment", "Claim", "MonetaryAmount", "QuantitativeValue", "Event", "Person", "Organization",
		"AdministrativeArea", "Legislation", "Dataset", "DataDownload", "DefinedTermSet", "DefinedTerm", "WebSite", "SearchAction", "CollectionPage", "BreadcrumbList",
	} {
		if kinds[kind] == 0 {
			t.Errorf("no page tells of a %s", kind)
		}
	}
}

// The vocabulary finds what is wrong.
func TestVocabularyFindsFaults(t *testing.T) {
	v := schemaOrg(t)
	for _, tt := range []struct{ give, want string }{
		{`{"@type":"Claim","appearance":{"@id":"x"}}`, ""},
		{`{"@type":"Clam"}`, `there is no type "Clam"`},
		{`{"@type":"Claim","appearence":"x"}`, `there is no property "appearence"`},
		{`{"@type":"Person","appearance":{"@id":"x"}}`, "a Person has no appearance"},
		{`{"@type":"Claim","appearance":{"@type":"Person"}}`, "Claim.appearance: map[@type:Person] is none of [CreativeWork]"},
		{`{"@type":"Claim","url":"/facts/"}`, "Claim.url: /facts/ is none of [URL]"},
		{`{"@type":"Event","startDate":"2024-22"}`, ""}, // a season looks like a month
		{`{"@type":"Event","startDate":"2024-07~"}`, "Event.startDate: 2024-07~ is none of [Date DateTime]"},
		{`{"@type":"MonetaryAmount","minValue":"75"}`, "MonetaryAmount.minValue: 75 is none of [Number]"},
	} {
		var n told
		d := json.NewDecoder(strings.NewReader(tt.give))
		d.UseNumber()
		if err := d.Decode(&n); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(v.faults(n, map[string]string{"x": "NewsArticle"}), "; "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.give, got, tt.want)
		}
	}
}

// Breadcrumbs for machines are those of the page.
func TestLinkedBreadcrumbs(t *testing.T) {
	s := site(t)
	for _, p := range s.pages {
		var want, got []string
		for _, n := range all(p.doc, "nav") {
			if value(n, "class") != "crumbs" {
				continue
			}
			for i, li := range all(n, "li") {
				to := ""
				if a := all(li, "a"); len(a) > 0 {
					to = s.Site.BaseURL + value(a[0], "href")
				}
				want = append(want, fmt.Sprint(i+1, " ", text(li), " ", to))
			}
		}
		page, _ := linked(t, p)
		if b, ok := page["breadcrumb"].(told); ok {
			for _, item := range list(b["itemListElement"]) {
				item := item.(told)
				to, _ := item["item"].(told)
				id, _ := to["@id"].(string)
				got = append(got, fmt.Sprint(item["position"], " ", words(item["name"].(string)), " ", id))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-page +told):\n%s", p.path, diff)
		}
	}
}

// A claim is a report: in the words of the table of reports, with the article that it
// appears in. Its amount has the bounds of that row and no other number.
func TestLinkedClaims(t *testing.T) {
	for name, s := range linkedSites(t) {
		rows := reportRows(t, s)
		claims, amounts := 0, 0
		for _, p := range s.pages {
			if !strings.HasPrefix(p.path, "/facts/") || p.path == "/facts/" {
				continue
			}
			page, _ := linked(t, p)
			main, _ := page["mainEntity"].(told)
			eachTold(page, func(n told) {
				if n["@type"] != "Claim" || n["text"] == nil {
					return
				}
				claims++
				i := slices.IndexFunc(rows, func(r map[string]string) bool {
					return "/facts/"+r["fact"]+"/" == p.path && r["says"] == n["text"] && (n["@id"] == main["@id"] || n["@id"] == r["address"])
				})
				if i < 0 {
					t.Errorf("%s, %s: no report says %q", name, p.path, n["text"])
					return
				}
				row := func(column string) string { return rows[i][column] }
				appearance := n["appearance"].(told)
				if want := s.Site.URL("/articles/" + row("article") + "/#source"); appearance["@id"] != want {
					t.Errorf("%s, %s: appears in %v, want %s", name, p.path, appearance["@id"], want)
				}
				for _, v := range list(n["about"]) {
					about, _ := v.(told)
					if about["@type"] != "MonetaryAmount" && about["@type"] != "QuantitativeValue" {
						continue
					}
					amounts++
					if about["name"] != row("amount") {
						t.Errorf("%s, %s: %v, the table has %s", name, p.path, about["name"], row("amount"))
					}
					number := about
					if inner, ok := about["value"].(told); ok {
						number = inner
						if inner["unitText"] != row("basis") {
							t.Errorf("%s, %s: %v per %v", name, p.path, about["name"], inner["unitText"])
						}
					} else if row("basis") != "" && (number["value"] != nil || number["minValue"] != nil || number["maxValue"] != nil) {
						t.Errorf("%s, %s: %v is a bare number", name, p.path, about["name"])
					}
					of := func(key string) string {
						n, _ := number[key].(json.Number)
						return n.String()
					}
					lo, hi := row("lower_bound"), row("upper_bound")
					if row("prices") != "" {
						lo, hi = "", ""
					}
					switch q := row("qualifier"); {
					case of("value") != "": // without a qualifier that would change it
						if (q != "" && q != "exactly") || of("value") != lo || of("value") != hi || of("minValue")+of("maxValue") != "" {
							t.Errorf("%s, %s: %v is told as the value %s", name, p.path, about["name"], of("value"))
						}
					case of("minValue") != lo && (of("minValue") != "" || lo != "0") || of("maxValue") != hi:
						t.Errorf("%s, %s: %v is told as %s to %s, stated is %s to %s", name, p.path, about["name"], of("minValue"), of("maxValue"), lo, hi)
					}
				}
			})
		}
		if claims == 0 || amounts == 0 {
			t.Errorf("%s: %d claims, %d amounts", name, claims, amounts)
		}
	}
}

// reportRows are the rows of the table of reports, by the names of its columns.
func reportRows(t *testing.T, s *built) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(s.files["/data/reports.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = cells[i]
		}
		out = append(out, row)
	}
	return out
}

// A processor of JSON-LD reads every page: it drops nothing, and all words are those of
// schema.org. It has the context from us and asks no network.
func TestLinkedIsJSONLD(t *testing.T) {
	v := schemaOrg(t)
	terms := told{"@vocab": "http://schema.org/"}
	for name, p := range v.properties {
		if !slices.Contains(p[1], "Text") && slices.Contains(p[1], "URL") {
			terms[name] = told{"@type": "@id"}
		}
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = localContext{terms}
	processor := ld.NewJsonLdProcessor()
	for name, s := range linkedSites(t) {
		for _, p := range s.pages {
			page, _ := linked(t, p)
			want := 0
			eachTold(page, func(n told) {
				for key := range n {
					if key != "@context" && !isReference(n) {
						want++
					}
				}
			})
			expanded, err := processor.Expand(asFloats(page), options)
			if err != nil || len(expanded) != 1 {
				t.Errorf("%s, %s: %v, %d nodes", name, p.path, err, len(expanded))
				continue
			}
			got := 0
			eachTold(told{"": expanded}, func(n told) {
				if n["@value"] != nil || n[""] != nil || isReference(n) { // a literal is a node here, and an address
					return
				}
				got += len(n)
				for key := range n {
					if !strings.HasPrefix(key, "@") && !strings.HasPrefix(key, "http://schema.org/") {
						t.Errorf("%s, %s: the word %s", name, p.path, key)
					}
				}
			})
			if got != want {
				t.Errorf("%s, %s: %d properties were read, %d are told", name, p.path, got, want)
			}
		}
	}
}

// isReference reports whether a node has nothing but an id.
func isReference(n told) bool { return n["@id"] != nil && len(n) == 1 }

// asFloats is v with the numbers that encoding/json makes by itself.
func asFloats(v told) (out any) {
	b, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	if err != nil {
		panic(err) // it was read from JSON
	}
	return out
}

// localContext is the context of schema.org, and no other document.
type localContext struct{ terms told }

func (l localContext) LoadDocument(address string) (*ld.RemoteDocument, error) {
	if address != "https://schema.org" {
		return nil, errors.New("asked for " + address)
	}
	return &ld.RemoteDocument{DocumentURL: address, Document: asFloats(told{"@context": l.terms})}, nil
}

// nasty would end its element, if it were not escaped.
const nasty = `</script><script>alert(1)</script><!-- <script> ]]> & "'\ \u2028`

// What an author writes stays within its element, and is read back to the letter.
func TestLinkedStaysInside(t *testing.T) {
	files := fixture.Small()
	quoted, err := json.Marshal(nasty) // which YAML reads likewise
	if err != nil {
		t.Fatal(err)
	}
	titled := regexp.MustCompile(`(?m)^(title|headline|publisher): .*$`)
	for path, text := range files {
		if strings.HasPrefix(path, "content/") {
			files[path] = titled.ReplaceAllString(text, "$1: "+strings.ReplaceAll(string(quoted), "$", "$$"))
		}
	}
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, p := range s.pages {
		page, source := linked(t, p)
		if strings.ContainsAny(source, "<>&\u2028\u2029") {
			t.Errorf("%s: %s", p.path, source)
		}
		for _, n := range all(p.doc, "script") {
			if value(n, "src") == "" && value(n, "type") != "application/ld+json" {
				t.Errorf("%s: a script broke out: %s", p.path, text(n))
			}
		}
		eachTold(page, func(n told) {
			if n["name"] == nasty {
				found++
			}
		})
	}
	if found < 10 {
		t.Errorf("%d names were read back", found)
	}
}

// linkedScript is the element that has what machines are told.
var linkedScript = regexp.MustCompile(`(?s)<script type="application/ld\+json">.*?</script>\n`)

// maxLinked is what it may add to a page as sent.
const maxLinked = 1 << 10

// What machines are told weighs little beside what readers see, also of a fact with many
// reports.
func TestLinkedWeight(t *testing.T) {
	long := map[string]string{}
	for i, id := range []string{"a", "b", "c"} {
		var reports []string
		for j := range 6 {
			reports = append(reports, fixture.Money("gift", fmt.Sprintf("%d%d.%d million USD per cheque", i+1, j, i), "from: donor", "to: other", "states: [AL, AK, AZ, AR, CA, CO, CT, DE, FL, GA, HI, ID, IL]"))
		}
		long[id] = fixture.Amounts(reports...)
	}
	many, err := buildFrom(fixture.FS(fixture.Articles(long, map[string]string{
		"site": "vocabularies:\n  flows:\n    contribution: { label: contribution, kind: payment }\n  organizations: { outlet: outlet, company: company }\n",
	})), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*built{"real": site(t), "many reports": many} {
		most, heaviest, sum := 0, "", 0
		for _, p := range s.pages {
			with, without := zipped(t, p.source), zipped(t, linkedScript.ReplaceAll(p.source, nil))
			if with-without > maxLinked || with == without {
				t.Errorf("%s, %s: %d bytes, %d without what machines are told", name, p.path, with, without)
			}
			sum += with - without
			if with-without > most {
				most, heaviest = with-without, p.path
			}
		}
		t.Logf("%s: at most %d bytes, on %s; %d on average", name, most, heaviest, sum/len(s.pages))
	}
}

func zipped(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(b)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
