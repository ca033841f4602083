// Package corpus makes a site of any size, for measuring: articles with
// amounts, dates, states and prose full of links, and who they speak of.
//
// What goes in is the number of articles; what comes out are files, the same
// for the same number. The site is whole: it builds without a diagnostic. The
// package writes nothing.
package corpus

import (
	"fmt"
	"strings"
)

// Proportions of a site: on so many articles comes one person, one
// organization and one fact that all of them report.
const (
	perPerson = 10
	perOrg    = 20
	perShared = 5
)

// Article is the file of the i-th article.
func Article(i int) string { return fmt.Sprintf("content/articles/story-%05d.md", i) }

// Files are the files of a site with n articles.
func Files(n int) map[string]string {
	files := map[string]string{
		"content/site.yaml": "title: A large site\ntagline: For measuring.\nsummary: Many articles.\nbase_url: https://large.example\n" +
			"contact: desk@large.example\nvocabularies:\n  flows:\n    gift: gift reported\n  organizations:\n    outlet: news outlet\n",
	}
	for i := range people(n) {
		files[fmt.Sprintf("content/people/person-%04d.md", i)] = fmt.Sprintf(
			"---\ntitle: %s the Giver\nsummary: One of many, who gives to [[%s]].\n---\n\n%s\n", name(i), org(n, i), filler(i, 60))
	}
	for i := range orgs(n) {
		files[fmt.Sprintf("content/organizations/org-%04d.md", i)] = fmt.Sprintf(
			"---\ntitle: The %s Gazette\nkind: outlet\nsummary: One of many.\n---\n", name(i))
	}
	for i := range n {
		files[Article(i)] = article(n, i)
	}
	return files
}

func people(n int) int { return n/perPerson + 2 }
func orgs(n int) int   { return n/perOrg + 2 }

func person(n, i int) string { return fmt.Sprintf("person-%04d", i%people(n)) }
func org(n, i int) string    { return fmt.Sprintf("org-%04d", i%orgs(n)) }

var codes = strings.Fields("AZ GA MI NV NC PA WI OH FL TX")

// name spells i in letters, since a figure in prose has to be that of a fact.
func name(i int) string {
	s := ""
	for range 4 {
		s = string(rune('a'+i%26)) + s
		i /= 26
	}
	return "Q" + s
}

// article is a summary of about 500 words with four facts, one of which its
// neighbours report too.
func article(n, i int) string {
	var b strings.Builder
	shared := i / perShared
	fmt.Fprintf(&b, "---\ntitle: The story of %s\nsummary: What it says of [[%s]] and [[shared-%04d]].\n", name(i), person(n, i), shared)
	fmt.Fprintf(&b, "source:\n  outlet: %s\n  headline: News of %s\n  published: 2024-%02d-%02d\n  language: en\n  read: 2026-11-22\n  paragraphs: 20\n",
		org(n, i), name(i), 1+i%10, 1+i%28)
	b.WriteString("amounts:\n")
	amount := func(fact string, value, at int) {
		figure := thousands(value)
		fmt.Fprintf(&b, "  - fact: %s\n    amount: %s USD\n    flow: gift\n    from: %s\n    to: %s\n    states: [%s]\n", fact, figure, person(n, i+at), org(n, i+at), codes[(i+at)%len(codes)])
		fmt.Fprintf(&b, "    says: The outlet writes that this much was given to [[%s]].\n    quote: \"%s dollars were given\"\n    at: P%d\n", org(n, i+at), figure, at)
	}
	amount(fmt.Sprintf("shared-%04d", shared), 1000+shared*7, 2)
	amount(fmt.Sprintf("gift-%05d", i), 2000+i*3, 3)
	amount(fmt.Sprintf("fee-%05d", i), 3000+i*5, 4)
	fmt.Fprintf(&b, "dates:\n  - fact: meeting-%05d\n    date: 2024-%02d-05\n    says: The outlet dates the meeting.\n    quote: \"on %s 5, 2024\"\n    at: P5\n",
		i, 1+i%10, months[i%10])
	fmt.Fprintf(&b, "states:\n  - %s: The outlet names the state.\n    quote: \"in the state\"\n    at: P6\n---\n\n", codes[i%len(codes)])
	fmt.Fprintf(&b, "%s See [[%s]], [[%s|the organization]] and [[gift-%05d]].\n\n## What was given\n\n", filler(i, 120), person(n, i+1), org(n, i+2), (i*7+3)%n)
	fmt.Fprintf(&b, "%s As 52 U.S.C. § 30116 has it, [[story-%05d]] is another story.\n\n![[fee-%05d]]\n\n", filler(i+1, 120), (i*13+5)%n, i)
	fmt.Fprintf(&b, "## What followed\n\n%s\n\n- %s\n- %s\n\n*%s* [[%s]]\n", filler(i+2, 120), filler(i+3, 20), filler(i+4, 20), filler(i+5, 60), person(n, i+3))
	return b.String()
}

var months = strings.Fields("January February March April May June July August September October")

// thousands writes a number below a billion with its commas.
func thousands(v int) string {
	s := fmt.Sprint(v)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

var vocabulary = strings.Fields(`campaign letter office report answer question paper reader money account list page record
	source statement member public private early late small large clear open common recent former local second further
	says writes gives takes keeps shows finds counts reads names asks holds leaves brings the of and in for with from
	about after before between without`)

// filler is a sentence or more of about n words, without figures or names.
func filler(seed, n int) string {
	var b strings.Builder
	x := uint32(seed)*2654435761 + 1
	for i := range n {
		x = x*1664525 + 1013904223
		word := vocabulary[int(x>>16)%len(vocabulary)]
		switch {
		case i == 0:
			word = strings.ToUpper(word[:1]) + word[1:]
		case i%14 == 0:
			b.WriteString(".")
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		if i > 0 {
			b.WriteString(" ")
		}
		b.WriteString(word)
	}
	return b.String() + "."
}
