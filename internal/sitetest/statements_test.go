package sitetest

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// reportClasses change what the articles state besides their figures: who pays, who is
// paid, for or against whom, the kind of payment, the states, who says it; and turn sentences and
// translations into their opposite.
var reportClasses = []statementClass{
	{"payer", 90, mutantsOf("payer"), nil},
	{"payee", 90, mutantsOf("payee"), nil},
	{"side", 90, mutantsOf("side"), nil},
	{"flow", 90, mutantsOf("flow"), nil},
	{"states", 90, mutantsOf("states"), nil},
	{"attribution", 90, mutantsOf("attribution"), nil},
	{"sentence", 60, mutantsOf("sentence"), nil},
	{"translation", 60, mutantsOf("translation"), nil},
}

func mutantsOf(class string) func(c *contents) []edit {
	return func(c *contents) (edits []edit) {
		for _, m := range statementMutants(c) {
			if m.class == class {
				edits = append(edits, edit{m.path, m.what, []byte(m.text)})
			}
		}
		return edits
	}
}

// A mutant is the text of a file with one change in it.
type mutant struct{ class, what, path, text string }

func statementMutants(c *contents) (out []mutant) {
	for _, path := range []string{"content/articles/bfm-2024-10-21.md", "content/articles/next-2024-10-09.md"} {
		data := c.files[path]
		article := c.pages[path].Front.(*content.Article)
		add := func(class, fact string, at diag.Place, with string) {
			text := string(data[:at.Start]) + with + string(data[at.End:])
			out = append(out, mutant{class, fmt.Sprintf("%s: %.60q → %.60q", fact, data[at.Start:at.End], with), path, text})
		}
		ids := idsIn(article)
		others := func(but ...string) []string {
			return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(but, id) })
		}
		for i := range article.Amounts {
			m := &article.Amounts[i]
			of := func(list []content.Party) (all []string) {
				for _, p := range list {
					all = append(all, p.ID)
				}
				return all
			}
			for _, id := range others(of(m.From)...) {
				if len(m.From) == 1 {
					add("payer", m.Fact.Text, m.From[0].Place, id)
				}
			}
			if len(m.From) == 1 {
				add("payer", m.Fact.Text, lineOf(data, m.From[0].Place), "")
			}
			for _, id := range others(of(m.To)...) {
				if len(m.To) > 0 {
					add("payee", m.Fact.Text, m.To[0].Place, id)
				}
			}
			for _, words := range []string{"the sponsor’s lawyer", "two former employees", "the party"} {
				if len(m.To) > 0 {
					add("payee", m.Fact.Text, m.To[0].Place, words)
				}
			}
			for key, list := range map[string][]content.Party{"for": m.For, "against": m.Against} {
				other := map[string]string{"for": "against", "against": "for"}[key]
				for _, p := range list {
					for _, id := range others(p.ID) {
						add("side", m.Fact.Text, p.Place, id)
					}
					add("side", m.Fact.Text, lineOf(data, p.Place), "    "+other+": "+p.ID+"\n")
				}
			}
			if len(m.From) == 1 && len(m.To) == 1 && m.To[0].ID != "" { // swapped
				first, second := m.From[0].Place, m.To[0].Place
				swapped := string(data[:first.Start]) + m.To[0].ID + string(data[first.End:second.Start]) + m.From[0].ID + string(data[second.End:])
				out = append(out, mutant{"payer", m.Fact.Text + ": swapped", path, swapped})
			}
			if m.Flow.Text != "" {
				for _, flow := range c.config.Flows.IDs() {
					if flow != m.Flow.Text {
						add("flow", m.Fact.Text, m.Flow.Place, flow)
					}
				}
			}
		}
		article.EachFact(func(f *content.FactLinks) {
			for _, code := range []string{"OH", "FL", "TX"} {
				for i, st := range f.States {
					if i < 3 {
						add("states", f.Fact.Text, st.Place, code)
					}
				}
				if len(f.States) > 0 {
					add("states", f.Fact.Text, f.States[0].Place, code+", "+f.States[0].Code)
				}
			}
			if len(f.States) > 1 { // one that is missing
				at := f.States[0].Place
				at.End = f.States[1].Place.Start
				add("states", f.Fact.Text, at, "")
			}
		})
		article.EachReport(func(r *content.Report) {
			sentence := blockOf(data, r.Says.Place)
			for _, p := range r.By {
				for _, id := range others(p.ID) {
					add("attribution", fmt.Sprintf("%.30s", r.Says.Text), p.Place, id)
				}
			}
			if len(r.By) > 0 {
				add("attribution", fmt.Sprintf("%.30s", r.Says.Text), lineOf(data, r.By[0].Place), "")
			}
			for _, voice := range []string{"own", "cited", "unclear"} {
				switch {
				case voice == string(r.Voice):
				case bytes.Contains(data[r.Place.Start:], []byte("voice: ")) && r.Voice == content.UnclearVoice:
					at := bytes.Index(data[r.Place.Start:], []byte("voice: unclear")) + r.Place.Start
					add("attribution", fmt.Sprintf("%.30s", r.Says.Text), diag.Place{Start: at, End: at + len("voice: unclear")}, "voice: "+voice)
				default:
					line := lineOf(data, r.At.Place)
					add("attribution", fmt.Sprintf("%.30s", r.Says.Text), diag.Place{Start: line.End, End: line.End}, "    voice: "+voice+"\n")
				}
			}
			for _, other := range [][2]string{{"According to 404 Media", "According to Reuters"}, {"According to Reuters", "According to Politico"}, {"According to Meta", "According to Facebook"}, {"cited by BFM", "cited by Next"}, {"cited by Next", "cited by BFM"}, {"BFM writes", "Next writes"}, {"Next writes", "BFM writes"}} {
				if strings.Contains(r.Says.Text, other[0]) {
					add("attribution", other[1], sentence, ">-\n      "+strings.Replace(r.Says.Text, other[0], other[1], 1)+"\n")
				}
			}
			for _, turned := range turnedSentences(r.Says.Text) {
				add("sentence", turned, sentence, ">-\n      "+turned+"\n")
			}
			for _, e := range append([]content.Evidence{r.Evidence}, r.Also...) {
				if e.Translation.Text != "" {
					text := string(data[e.Translation.Place.Start:e.Translation.Place.End])
					for _, turned := range turnedTranslations(text) {
						add("translation", fmt.Sprintf("%.30s", r.Says.Text), e.Translation.Place, turned)
					}
				}
			}
		})
	}
	return out
}

// idsIn are the people and organizations that an article gives anywhere, without its
// outlet.
func idsIn(a *content.Article) (ids []string) {
	add := func(id string) {
		if id != "" && id != a.Source.Outlet.Text && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for i := range a.Amounts {
		for _, p := range slices.Concat(a.Amounts[i].From, a.Amounts[i].To) {
			add(p.ID)
		}
	}
	a.EachReport(func(r *content.Report) {
		for _, p := range r.By {
			add(p.ID)
		}
	})
	for i := range a.Claims {
		for _, ref := range a.Claims[i].About {
			add(ref.Text)
		}
	}
	return ids
}

// blockOf is a text with the lines that it goes on in.
func blockOf(data []byte, at diag.Place) diag.Place {
	next := nextKey.FindIndex(data[at.Start:])
	return diag.Place{File: at.File, Start: at.Start, End: at.Start + next[0] + 1}
}

var nextKey = regexp.MustCompile(`\n(    [a-z_]+:|  - |\S)`)

// lineOf is the whole line of a place.
func lineOf(data []byte, at diag.Place) diag.Place {
	start := bytes.LastIndexByte(data[:at.Start], '\n') + 1
	end := at.End + bytes.IndexByte(data[at.End:], '\n') + 1
	return diag.Place{File: at.File, Start: start, End: end}
}

// turns are words with what turns them into their opposite.
var turns = [][2]string{
	{` (is|are|was|were|has|have|had|could|would|will) `, ` $1 not `},
	{` (promises|receives|finances|financed|recruited|bought|entered|enters|relayed|announced|argues|rejects|declared|indicated|refused|paid|obtains|correspond|offers|recovered|belonged|lists|spent|published|drawn|used|targeted|rejected) `, ` never $1 `},
	{`\brejects?\b`, `accepts`},
	{`\brejected\b`, `accepted`},
	{`\bwithout (the |informing|warning|consent)`, `with $1`},
	{`\bsome experts\b`, `no expert`},
	{`\bcould resemble\b`, `resembles`},
	{`\bcould be\b`, `is`},
	{`\ba friend of\b`, `an enemy of`},
	{`\bfriend of\b`, `enemy of`},
	{`\ball(y|ies) of\b`, `enemy of`},
	{`\bpaid by\b`, `not paid by`},
	{`\bfinanced by\b`, `not financed by`},
	{`\bpromised by\b`, `not promised by`},
	{`\bbought\b`, `sold`},
	{`\bremains to be proved\b`, `is proved`},
	{`\bloses\b`, `wins`},
	{`\bmust\b`, `need not`},
	{`\bdepend on\b`, `do not depend on`},
	{`\bunconstitutional\b`, `constitutional`},
	{`\bcould explain\b`, `explains`},
	{`\bsupposedly eaten\b`, `eaten`},
	{`\bwill be\b`, `will not be`},
	{`\bconvince\b`, `dissuade`},
	{`\bprivate\b`, `public`},
	{`\bimpossible\b`, `possible`},
	{`\bpotentially\b`, `clearly`},
	{`\bbefore complying\b`, `after complying`},
	{`\beasy money\b`, `hard-earned money`},
	{`\bclose to\b`, `far from`},
	{`\bdefending\b`, `attacking`},
	{`\bnew\b`, `old`},
	{`\bpay internet users\b`, `refuse to pay internet users`},
	{`\bpay the people\b`, `not pay the people`},
	{`\bthe legal ban\b`, `the permission`},
}

// turnedSentences are a sentence turned into its opposite, in each way that there is.
func turnedSentences(text string) (out []string) {
	out = turned(text)
	for _, head := range [][2]string{{"writes that", "denies that"}, {"writes that", "does not write that"}, {"reports that", "denies that"}} {
		if strings.Contains(text, head[0]) {
			out = append(out, strings.Replace(text, head[0], head[1], 1))
		}
	}
	return out
}

// turnedTranslations are a translation that says something else than its quote.
func turnedTranslations(text string) []string {
	out := turned(text)
	for _, other := range [][2]string{
		{"Musk", "Trump"},
		{"Trump", "Musk"},
		{"Harris", "Trump"},
		{"Pennsylvania", "Ohio"},
		{"Georgia", "Florida"},
		{"Michigan", "Minnesota"},
		{"North Carolina", "South Carolina"},
		{"Reuters", "Politico"},
		{"47", "74"},
		{"5 November", "6 November"},
		{"2022", "2021"},
		{"165", "156"},
		{"13 July", "30 July"},
		{"350,000", "250,000"},
		{"Instagram", "Snapchat"},
	} {
		if strings.Contains(text, other[0]) {
			out = append(out, strings.Replace(text, other[0], other[1], 1))
		}
	}
	return out
}

// turned changes the first place of each of turns.
func turned(text string) (out []string) {
	for _, turn := range turns {
		re := regexp.MustCompile(turn[0])
		if at := re.FindStringSubmatchIndex(text); at != nil {
			out = append(out, text[:at[0]]+string(re.ExpandString(nil, turn[1], text, at))+text[at[1]:])
		}
	}
	return out
}
