package changes

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/site"
	"receipts/internal/source"
)

// edition assembles a site of the given files, those of every edition, and,
// if lists are given as YAML, an article "story" with them.
func edition(t testing.TB, lists string, files map[string]string) *site.Site {
	t.Helper()
	all := map[string]string{
		"content/organizations/paper.md": "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n",
		"content/legal/allowed.md":       "---\ntitle: Is it allowed?\nshort: Allowed\nsummary: The paper asks.\n---\n",
	}
	if lists != "" {
		all["content/articles/story.md"] = articleText("A story", lists)
	}
	maps.Copy(all, files)
	config, _ := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("title: A site\nbase_url: https://example.org\n" + files[content.ConfigPath])})
	in := site.Input{Config: config}
	for path, text := range all {
		if text == "" || path == content.ConfigPath {
			continue
		}
		p, diags := content.Parse(source.File{Path: path, Data: []byte(text)}, content.DefaultLanguage, content.DefaultRegions)
		for _, d := range diags {
			if !d.IsWarning() {
				t.Fatalf("%s: %s", d.Place.File, d.Message)
			}
		}
		in.Pages = append(in.Pages, p)
	}
	s, diags := site.Build(in)
	for _, d := range diags {
		if !d.IsWarning() {
			t.Fatalf("%s: %s", d.Place.File, d.Message)
		}
	}
	return s
}

func articleText(headline, lists string) string {
	return "---\ntitle: A story\nsummary: What it says.\nsource:\n  outlet: paper\n  headline: " + headline +
		"\n  published: 2024-10-21\n  language: en\n  read: 2026-11-22\n" + lists + "---\n"
}

const (
	award = `amounts:
  - fact: award
    amount: 75 million USD
    flow: prize
    from: paper
    to: a voter
    states: [PA, MI]
    legal: [allowed]
    date: 2024-10
    says: The paper writes so.
    quote: 75 million dollars in October 2024
    at: P1
`
	vote = `dates:
  - fact: vote
    date: 2024-11-05
    as_written: on election day
    says: The paper gives the day.
    quote: 5 November
    at: P1
`
	claimed = `claims:
  - fact: lawful
    nature: statement
    about: [paper]
    by: a lawyer
    says: A lawyer finds it lawful.
    quote: it is lawful
    at: P2
`
	asked = `legal:
  - question: allowed
    status: question-raised
    by: experts nobody names
    says: The paper asks.
    quote: allowed
    at: P1
`
	mentions = `states:
  - PA: The paper looks there.
    quote: in that state
    at: P3
`
	correction = "corrections:\n  - date: 2026-11-23\n    was: one thing\n    now: another\n"
)

// replace is text with pairs of old and new words replaced once.
func replace(text string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			panic(fmt.Sprintf("%q is not in the text", pairs[i]))
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// lines are changes as the command prints them. Those that need a correction
// and have none end with "!", those that have one with "+".
func lines(list []Change) []string {
	var out []string
	for _, c := range list {
		s := strings.TrimSpace(c.ID+" "+c.Article) + ": " + c.String()
		switch {
		case c.Figure && !c.Noted:
			s += " !"
		case c.Figure:
			s += " +"
		}
		out = append(out, s)
	}
	return out
}

// stated leaves out what follows from the rest, and our own words.
func stated(list []Change) []Change {
	return slices.DeleteFunc(list, func(c Change) bool {
		return c.Words || c.Part == Pages || c.Totals[1] != nil && c.Totals[1].Of != "asked" || c.Totals[0] != nil && c.Totals[0].Of != "asked"
	})
}

func TestBetween(t *testing.T) {
	for _, tt := range []struct {
		desc, old, new string
		want           []string
	}{
		{"nothing", award + vote + claimed + asked + mentions, award + vote + claimed + asked + mentions, nil},
		{"a sentence of ours", award, replace(award, "writes so", "says so"), nil},
		{"a fact added", award, award + vote, []string{"vote story: added 2024-11-05"}},
		{"a fact withdrawn", award + vote, award, []string{"vote story: withdrawn 2024-11-05 !"}},
		{
			"an amount, with its quote", award, strings.ReplaceAll(award, "75", "80"),
			[]string{"award story: amount 75 → 80 million USD !", "award story: quote 75 million dollars in October 2024 → 80 million dollars in October 2024"},
		},
		{
			"a basis", award, replace(award, "million USD", "million USD per day", "million dollars", "million dollars a day"),
			[]string{"award story: amount 75 million USD → 75 million USD per day !", "award story: quote 75 million dollars in October 2024 → 75 million dollars a day in October 2024"},
		},
		{
			"a date", vote, replace(vote, "2024-11-05", "2024-11-06", "5 November", "6 November"),
			[]string{"vote story: date 2024-11-05 → 2024-11-06 !", "vote story: quote 5 November → 6 November"},
		},
		{"the words for a date", vote, replace(vote, "on election day", "that day"), []string{"vote story: as-written on election day → that day"}},
		{
			"a slip of the source", vote, replace(vote, "    says", "    flag: probable-slip\n    flag_reason: It is a Monday.\n    says"),
			[]string{"vote story: flag none → probable-slip !", "vote story: flag-reason none → It is a Monday.", "vote: point added date"},
		},
		{"the flow", award, replace(award, "prize", "payment"), []string{"award story: flow prize → payment !"}},
		{"the period", award, replace(award, "2024-10", "2024-11", "October", "November"), []string{"award story: period 2024-10 → 2024-11 !", "award story: quote 75 million dollars in October 2024 → 75 million dollars in November 2024"}},
		{"who pays", award, replace(award, "    from: paper\n", ""), []string{"award story: from paper → none !"}},
		{"who is paid", award, replace(award, "a voter", "two voters"), []string{"award story: to a voter → two voters !"}},
		{"the order of states says nothing", award, replace(award, "[PA, MI]", "[MI, PA]"), nil},
		{"states", award, replace(award, "[PA, MI]", "[PA]"), []string{"award story: states MI PA → PA !"}},
		{"a link to a question", award, replace(award, "    legal: [allowed]\n", ""), []string{"award story: legal allowed → none"}},
		{
			"who says so, and so whose words they are", award, replace(award, "    says", "    by: a lawyer\n    says"),
			[]string{"award story: by none → a lawyer !", "award story: voice own → cited"},
		},
		{"in what sense", claimed, replace(claimed, "statement", "allegation"), []string{"lawful story: nature statement → allegation !"}},
		{"whom it is about", claimed, replace(claimed, "    about: [paper]\n", ""), []string{"lawful story: about paper → none"}},
		{"the place of the quote", claimed, replace(claimed, "P2", "P3"), []string{"lawful story: at P2 → P3"}},
		{
			"what the quote lacks", award, replace(award, "    says", "    quote_supports: partly\n    quote_lacks: The month.\n    says"),
			[]string{"award story: lacks none → The month."},
		},
		{
			"another quote", claimed, replace(claimed, "at: P2\n", "at: P2\n    also:\n      - quote: quite lawful\n        at: P4\n"),
			[]string{"lawful story: also none → quite lawful (P4)"},
		},
		{
			"the same amount, now of a count", award, replace(award, "75 million USD", "75 million voters", "    flow: prize\n", "", "dollars", "voters"),
			[]string{"award story: amount 75 million USD → 75 million voters !", "award story: flow prize → none !", "award story: quote 75 million dollars in October 2024 → 75 million voters in October 2024"},
		},
		{
			"a second report of the same fact", award, award + strings.TrimPrefix(replace(award, "P1", "P5"), "amounts:\n"),
			[]string{"award story: report added 75 million USD"},
		},
		{
			"one report of two", award + strings.TrimPrefix(replace(award, "P1", "P5"), "amounts:\n"), award,
			[]string{"award story: report withdrawn 75 million USD !"},
		},
		{"a status", asked, replace(asked, "question-raised", "pending"), []string{"allowed story: status question-raised → pending !"}},
		{"a status added", award, award + asked, []string{"allowed story: status added question-raised"}},
		{"a status withdrawn", award + asked, award, []string{"allowed story: status withdrawn question-raised !"}},
		{"who asks", asked, replace(asked, "    by: experts nobody names\n", ""), []string{"allowed story: by experts nobody names → none !", "allowed story: voice cited → own"}},
		{"a state", award, award + mentions, []string{"pennsylvania story: report added"}},
		{"a state taken back", award + mentions, award, []string{"pennsylvania story: report withdrawn !"}},
		{"another state", mentions, replace(mentions, "PA", "MI"), []string{"michigan story: report added", "pennsylvania story: report withdrawn !"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := lines(stated(Between(edition(t, tt.old, nil), edition(t, tt.new, nil))))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A fact's own file is our words and needs no correction, except for what the fact
// is a part of, since totals depend on it.
func TestBetweenFactFiles(t *testing.T) {
	const whole = "amounts:\n  - fact: fund\n    amount: 90 million USD\n    flow: prize\n    says: So.\n    quote: 90 million dollars\n    at: P7\n"
	other := articleText("Another story", replace(award, "amounts:\n", whole))
	own := func(rest string) map[string]string {
		return map[string]string{"content/articles/other.md": other, "content/facts/award.md": "---\ntitle: The award\n" + rest + "---\n"}
	}
	point := func(about, kind string) string {
		return "  - about: " + about + "\n    kind: " + kind + "\n    sides:\n" +
			"      - article: story\n        says: One thing.\n      - article: other\n        says: Another.\n"
	}
	for _, tt := range []struct {
		desc, old, new string
		want           []string
	}{
		{"a title", "", "summary: It is money.\n", nil},
		{"a whole", "", "part_of: fund\n", []string{"award: part-of none → fund !"}},
		{"a point", "", "disagreements:\n" + point("how", "scope"), []string{"award: point added how"}},
		{"a point in front", "disagreements:\n" + point("how", "scope"), "disagreements:\n" + point("when", "time") + point("how", "scope"), []string{"award: point added when"}},
		{"a point withdrawn", "disagreements:\n" + point("how", "scope"), "", []string{"award: point withdrawn how"}},
		{"its kind", "disagreements:\n" + point("how", "scope"), "disagreements:\n" + point("how", "wording"), []string{"award: kind scope → wording"}},
		{"its words", "disagreements:\n" + point("how", "scope"), "disagreements:\n" + point("why", "scope"), []string{"award: point how → why"}},
		{
			"its sides", "disagreements:\n" + point("how", "scope"), "disagreements:\n" + replace(point("how", "scope"), "article: other", "article: story"),
			[]string{"award: sides story other → story story"},
		},
		{
			"another point altogether", "disagreements:\n" + point("how", "scope"), "disagreements:\n" + point("when", "time"),
			[]string{"award: point added when", "award: point withdrawn how"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := lines(stated(Between(edition(t, award, own(tt.old)), edition(t, award, own(tt.new)))))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Reports of one article on one fact are recognised in any order.
func TestBetweenPairs(t *testing.T) {
	report := func(amount, at string) string {
		return "  - fact: award\n    amount: " + amount + " USD\n    flow: prize\n    says: So.\n    quote: he gave " + amount + " dollars\n    at: " + at + "\n"
	}
	list := func(reports ...string) string { return "amounts:\n" + strings.Join(reports, "") }
	a, b, c := report("10", "P1"), report("20", "P2"), report("30", "P3")
	for _, tt := range []struct {
		desc, old, new string
		want           []string
	}{
		{"one in front", list(b, c), list(a, b, c), []string{"award story: report added 10 USD"}},
		{"one in front is taken away", list(a, b, c), list(b, c), []string{"award story: report withdrawn 10 USD !"}},
		{"another order", list(a, b, c), list(c, a, b), nil},
		{"two that are the same", list(a, a, b), list(a, b), []string{"award story: report withdrawn 10 USD !"}},
		{
			"one in front, and the other has another value", list(b), list(a, replace(b, "amount: 20", "amount: more than 20", "gave 20", "gave more than 20")),
			[]string{"award story: report added 10 USD", "award story: amount 20 → more than 20 USD !", "award story: quote he gave 20 dollars → he gave more than 20 dollars", "award: point added amount"},
		},
		{
			"a quote that carries two amounts", list(replace(a, "gave 10", "gave 10 dollars and 20"), replace(b, "gave 20", "gave 10 dollars and 20", "P2", "P1")),
			list(replace(b, "gave 20", "gave 10 dollars and 20", "P2", "P1"), replace(a, "gave 10", "gave 10 dollars and 20")), nil,
		},
		{
			"a quote that moved", list(a, b), list(replace(b, "P2", "P9"), a),
			[]string{"award story: at P2 → P9"},
		},
		{
			"nothing in common", list(a), list(b),
			[]string{"award story: amount 10 → 20 USD !", "award story: quote he gave 10 dollars → he gave 20 dollars", "award story: at P1 → P2"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := lines(stated(Between(edition(t, tt.old, nil), edition(t, tt.new, nil))))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBetweenRenames(t *testing.T) {
	at := func(path, text string) map[string]string { return map[string]string{"content/" + path: text} }
	for _, tt := range []struct {
		desc               string
		oldLists, newLists string
		old, new           map[string]string
		want               []string
	}{
		{
			desc: "an article", old: at("articles/tale.md", articleText("A story", award+asked)), newLists: award + asked,
			want: []string{"story: renamed, was tale"},
		},
		{
			desc: "an article, with a change", old: at("articles/tale.md", articleText("A story", award)), newLists: replace(award, "prize", "payment"),
			want: []string{"award story: flow prize → payment !", "story: renamed, was tale"},
		},
		{
			desc: "another source", old: at("articles/tale.md", articleText("A tale", award)), newLists: award,
			want: []string{"award story: report added 75 million USD", "award tale: report withdrawn 75 million USD !"},
		},
		{desc: "a fact", oldLists: replace(award, "award", "prize"), newLists: award, want: []string{"award: renamed, was prize"}},
		{
			desc: "a fact, which others are a part of", oldLists: replace(award, "award", "prize") + vote, newLists: award + vote,
			old:  at("facts/vote.md", "---\ntitle: The vote\npart_of: prize\n---\n"),
			new:  at("facts/vote.md", "---\ntitle: The vote\npart_of: award\n---\n"),
			want: []string{"award: renamed, was prize"},
		},
		{
			desc: "a fact with another value is another fact", oldLists: replace(award, "award", "prize"), newLists: strings.ReplaceAll(award, "75", "80"),
			want: []string{"award story: added 80 million USD", "prize story: withdrawn 75 million USD !"},
		},
		{
			desc:     "two facts that are the same cannot be told apart",
			oldLists: replace(award, "award", "prize") + strings.TrimPrefix(replace(award, "award", "gift"), "amounts:\n"), newLists: award,
			want: []string{"award story: added 75 million USD", "gift story: withdrawn 75 million USD !", "prize story: withdrawn 75 million USD !"},
		},
		{
			desc: "a question", oldLists: replace(award, "[allowed]", "[lawful]") + replace(asked, "question: allowed", "question: lawful"), newLists: award + asked,
			old: map[string]string{
				"content/legal/lawful.md":  "---\ntitle: Is it lawful?\nshort: Lawful\nsummary: The paper asks.\n---\n",
				"content/legal/allowed.md": "",
			},
			want: []string{"allowed: renamed, was lawful"},
		},
		{
			desc: "a question with a new id, while the older one stays", oldLists: asked, newLists: replace(asked, "question: allowed", "question: lawful"),
			new:  at("legal/lawful.md", "---\ntitle: Is it lawful?\nshort: Lawful\nsummary: The paper asks.\n---\n"),
			want: []string{"allowed story: status withdrawn question-raised !", "lawful story: status added question-raised"},
		},
		{
			desc: "an organization", oldLists: award + claimed,
			new: map[string]string{
				"content/organizations/acme.md":  "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n",
				"content/organizations/paper.md": "",
				"content/articles/story.md": replace(articleText("A story", award+claimed), "outlet: paper", "outlet: acme",
					"from: paper", "from: acme", "about: [paper]", "about: [acme]"),
			},
			want: []string{"acme: renamed, was paper"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := lines(stated(Between(edition(t, tt.oldLists, tt.old), edition(t, tt.newLists, tt.new))))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A change of a published figure is noted by an entry that can only mean it.
func TestBetweenNotes(t *testing.T) {
	newAward, newVote := replace(award, "prize", "payment"), replace(vote, "2024-11-05", "2024-11-06", "5 November", "6 November")
	newAsked := replace(asked, "question-raised", "pending")
	const older = "  - date: 2026-11-01\n    was: a\n    now: b\n"
	both := []string{"award story: flow prize → payment", "vote story: date 2024-11-05 → 2024-11-06", "vote story: quote 5 November → 6 November"}
	marked := func(lines []string, marks ...string) []string {
		out := slices.Clone(lines)
		for i, m := range marks {
			out[i] += m
		}
		return out
	}
	for _, tt := range []struct {
		desc     string
		old, new string
		more     map[string]string // of the newer edition
		want     []string
	}{
		{"none", award, newAward, nil, []string{both[0] + " !"}},
		{"one of the fact", award, newAward + correction + "    fact: award\n", nil, []string{both[0] + " +"}},
		{"one of no name, and one thing it can mean", award, newAward + correction, nil, []string{both[0] + " +"}},
		{"one of no name, and two things it can mean", award + vote, newAward + newVote + correction, nil, marked(both, " !", " !")},
		{
			"one of a name, and one of none for the rest", award + vote,
			newAward + newVote + correction + "    fact: vote\n" + older, nil, marked(both, " +", " +"),
		},
		{"one of another fact", award + vote, newAward + vote + correction + "    fact: vote\n", nil, []string{both[0] + " !"}},
		{"one that was there before", award + correction + "    fact: award\n", newAward + correction + "    fact: award\n", nil, []string{both[0] + " !"}},
		{
			"one that was there before, in other words", award + correction + "    fact: award\n",
			newAward + replace(correction, "one thing", "something") + "    fact: award\n", nil,
			[]string{both[0] + " !"},
		},
		{
			"a second one", award + correction + "    fact: award\n",
			newAward + correction + "    fact: award\n" + older + "    fact: award\n", nil,
			[]string{both[0] + " +"},
		},
		{"of a question", asked, newAsked + correction + "    question: allowed\n", nil, []string{"allowed story: status question-raised → pending +"}},
		{
			"of a fact, and a question changed", award + asked, award + newAsked + correction + "    fact: award\n", nil,
			[]string{"allowed story: status question-raised → pending !"},
		},
		{"of a state", award + mentions, award + correction + "    state: PA\n", nil, []string{"pennsylvania story: report withdrawn +"}},
		{"of a fact withdrawn", award + vote, award + correction + "    withdrawn: vote\n", nil, []string{"vote story: withdrawn 2024-11-05 +"}},
		{
			"of an article withdrawn, in another", award + asked, "",
			map[string]string{"content/articles/other.md": articleText("Another", vote+correction+"    withdrawn: story\n")},
			[]string{"award story: withdrawn 75 million USD +", "vote other: added 2024-11-05", "allowed story: status withdrawn question-raised +"},
		},
		{
			"one that says again what was said", award + correction + "    fact: award\n",
			newAward + correction + "    fact: award\n" + strings.TrimPrefix(correction, "corrections:\n") + "    fact: award\n", nil,
			[]string{both[0] + " !"},
		},
		{
			"in another article", award, newAward,
			map[string]string{"content/articles/other.md": articleText("Another", vote+correction+"    fact: award\n")},
			[]string{both[0] + " !", "vote other: added 2024-11-05"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := lines(stated(Between(edition(t, tt.old, nil), edition(t, tt.new, tt.more))))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A figure is cited with its outlet and day, so these are published figures too.
func TestBetweenSources(t *testing.T) {
	gazette := map[string]string{"content/organizations/gazette.md": "---\ntitle: The Gazette\nkind: outlet\nsummary: A newspaper.\n---\n"}
	story := func(lists string, pairs ...string) map[string]string {
		out := maps.Clone(gazette)
		out["content/articles/story.md"] = replace(articleText("A story", lists), pairs...)
		return out
	}
	for _, tt := range []struct {
		desc string
		new  map[string]string
		want []string
	}{
		{"nothing", story(award), nil},
		{"another outlet", story(award, "outlet: paper", "outlet: gazette"), []string{"story: outlet paper → gazette !"}},
		{"another day", story(award, "published: 2024-10-21", "published: 2024-10-20"), []string{"story: published 2024-10-21 → 2024-10-20 !"}},
		{"another headline", story(award, "A story\n  published", "A tale\n  published"), []string{"story: headline A story → A tale"}},
		{"its author", story(award, "  published", "  by: A Writer\n  published"), []string{"story: author none → A Writer"}},
		{"another outlet, noted", story(award+correction, "outlet: paper", "outlet: gazette"), []string{"story: outlet paper → gazette +"}},
		{"noted of a fact", story(award+correction+"    fact: award\n", "outlet: paper", "outlet: gazette"), []string{"story: outlet paper → gazette !"}},
		{"with a figure, and one entry", story(award+correction, "outlet: paper", "outlet: gazette", "prize", "payment"), []string{
			"award story: flow prize → payment !", "story: outlet paper → gazette !",
		}},
		{"a fact’s whole, noted where it is reported", func() map[string]string {
			out := story(award + strings.TrimPrefix(replace(award, "fact: award", "fact: fund", "P1", "P2"), "amounts:\n") + correction + "    fact: award\n")
			out["content/facts/award.md"] = "---\ntitle: The award\npart_of: fund\n---\n"
			return out
		}(), []string{"award: part-of none → fund +", "fund story: added 75 million USD"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := lines(stated(Between(edition(t, award, gazette), edition(t, "", tt.new))))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	// An entry that can be pasted names no article.
	list := Between(edition(t, award, gazette), edition(t, "", story(award, "outlet: paper", "outlet: gazette")))
	diags := Unnoted(list, edition(t, award, gazette), "2026-11-23")
	if len(diags) != 1 || !strings.HasSuffix(diags[0].Hint, "\n- date: 2026-11-23\n  was: \"paper\"\n  now: \"gazette\"") {
		t.Errorf("%+v", diags)
	}
}

// A change of a total is listed, and needs no correction.
func TestBetweenTotals(t *testing.T) {
	files := map[string]string{}
	var lists strings.Builder
	lists.WriteString("amounts:\n")
	for i, id := range []string{"first", "second", "third"} {
		files["content/organizations/"+id+"-payer.md"] = "---\ntitle: Payer " + id + "\nkind: company\nsummary: A company.\n---\n"
		files["content/organizations/"+id+"-payee.md"] = "---\ntitle: Payee " + id + "\nkind: company\nsummary: A company.\n---\n"
		lists.WriteString(fmt.Sprintf("  - fact: %[1]s\n    amount: %[2]d USD\n    flow: payment\n    from: %[1]s-payer\n    to: %[1]s-payee\n    says: So.\n    quote: %[2]d dollars\n    at: P1\n", id, 10+i))
	}
	asked := func(facts string) *site.Site {
		out := maps.Clone(files)
		if facts != "" {
			out[content.ConfigPath] = "totals:\n  - title: All of it\n    facts: [" + facts + "]\n"
		}
		return edition(t, lists.String(), out)
	}
	for _, tt := range []struct {
		desc, old, new string
		want           []string
	}{
		{"nothing", "first, second", "second, first", nil},
		{"one more fact", "first, second", "first, second, third", []string{"All of it: total 21 → 33 USD", "All of it: facts first second → first second third"}},
		{"a total added", "", "first, second", []string{"All of it: total added 21 USD"}},
		{"a total taken back", "first, second", "", []string{"All of it: total withdrawn 21 USD"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(stated(Between(asked(tt.old), asked(tt.new))))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestString(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{"75 million USD", "80 million USD", "amount 75 → 80 million USD"},
		{"75 million USD", "more than 75 million USD", "amount 75 → more than 75 million USD"},
		{"more than 75 million USD", "about 75 million USD", "amount more than 75 → about 75 million USD"},
		{"5 USD", "5 voters", "amount 5 USD → 5 voters"},
		{"5 USD per day", "5 USD", "amount 5 USD per day → 5 USD"},
		{"1 million USD", "1 billion USD", "amount 1 million → 1 billion USD"},
		{"", "5 USD", "amount none → 5 USD"},
		{"unquantified", "5 USD", "amount unquantified → 5 USD"},
	} {
		got := Change{Kind: Changed, Field: "amount", Old: tt.old, New: tt.new}.String()
		if got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// Two editions of a thousand articles, each with a fact of its own that changed,
// and all with many reports of one fact.
func BenchmarkBetween(b *testing.B) {
	const articles = 1000
	files := func(flow string) map[string]string {
		out := map[string]string{}
		for i := range articles {
			own := replace(award, "fact: award", fmt.Sprintf("fact: award-%d", i), "prize", flow)
			shared := strings.TrimPrefix(award, "amounts:\n")
			out[fmt.Sprintf("content/articles/story-%d.md", i)] = articleText(fmt.Sprintf("Story %d", i), own+strings.Repeat(shared, 3)+asked)
		}
		return out
	}
	old, new := edition(b, "", files("prize")), edition(b, "", files("payment"))
	for b.Loop() {
		if n := len(Between(old, new)); n != articles {
			b.Fatalf("%d changes", n)
		}
	}
}
