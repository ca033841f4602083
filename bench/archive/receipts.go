package archive

import (
	"fmt"
	"io/fs"
	"iter"
	"strconv"
	"strings"

	"receipts/bench/peers"
)

// File is article i as a file of a site of this program, below its root.
func (a *Archive) File(i int) string { return "content/articles/" + a.Slugs[i] + ".md" }

// siteFile is the site file of both profiles.
const siteFile = `title: A large site
tagline: For measuring.
summary: Many articles.
base_url: https://large.example
contact: desk@large.example
vocabularies:
  flows:
    gift: { label: gift reported, kind: payment }
  organizations:
    group: group
    outlet: news outlet
`

// equalSettings are the further lines of the site file of the equal profile.
const equalSettings = `leave_out: [cards, corrections, coverage, data, disagreements, facts, glossary, guide, law, previews, search]
`

// Full are the files of a site of this program, with all pages that it can make of
// the archive.
func (a *Archive) Full() iter.Seq2[string, string] { return a.receipts(siteFile, nil) }

// Equal are the files of a site of this program that has the pages of the
// peers' sites, and no more.
func (a *Archive) Equal() iter.Seq2[string, string] {
	return a.receipts(siteFile+equalSettings, peers.Equal())
}

func (a *Archive) receipts(site string, theme fs.FS) iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		if !yield("content/site.yaml", site) || theme != nil && !copyTo(yield, theme) {
			return
		}
		for _, e := range a.Entities {
			folder, kind := "organizations", "kind: group\n"
			if e.Person {
				folder, kind = "people", ""
			}
			if !yield("content/"+folder+"/"+e.ID+".md", "---\ntitle: "+e.Name+"\n"+kind+"summary: Pays or is paid in this archive.\n---\n") {
				return
			}
		}
		for _, p := range publishers {
			if !yield("content/organizations/"+slug(p)+".md", "---\ntitle: "+p+"\nkind: outlet\nsummary: Publishes articles of this archive.\n---\n") {
				return
			}
		}
		for _, q := range a.Questions {
			if !yield("content/legal/"+q.ID+".md", "---\ntitle: "+strconv.Quote(q.Title)+"\nshort: "+strconv.Quote(q.Title)+"\nsummary: One that articles ask.\n---\n") {
				return
			}
		}
		for i := range a.Slugs {
			if !yield(a.File(i), a.Article(i).Receipts()) {
				return
			}
		}
	}
}

// Receipts is the file of x for this program: each amount, event, state and
// question is a report with its quote.
func (x *Article) Receipts() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\nsummary: %s\nsource:\n  outlet: %s\n  headline: %s\n  published: %s\n  language: en\n  url: %s\n  read: %s\n  paragraphs: 20\namounts:\n",
		x.Title, strconv.Quote(x.Summary), slug(x.Publisher), x.Title, iso(x.Published), x.URL, iso(x.Read))
	at := 0
	quote := func(text string) {
		at++
		fmt.Fprintf(&b, "    quote: \"%s\"\n    at: P%d\n", text, at)
	}
	for _, m := range x.Amounts {
		fmt.Fprintf(&b, "  - fact: %s\n    amount: %s%s USD\n    flow: gift\n    from: %s\n    to: %s\n    date: %s\n    says: The filing reports that %s gave this to %s.\n",
			x.factID(m.ID), m.Qualifier, m.number(), m.From.ID, m.To.ID, iso(m.Date), m.From.Name, m.To.Name)
		quote(m.Qualifier + m.number() + " dollars on " + long(m.Date))
	}
	b.WriteString("dates:\n")
	for _, e := range x.Events {
		fmt.Fprintf(&b, "  - fact: %s\n    date: %s\n    says: %s.\n", x.factID(e.ID), iso(e.Date), e.Title)
		quote("on " + long(e.Date))
	}
	b.WriteString("states:\n")
	for _, s := range x.States {
		fmt.Fprintf(&b, "  - %s: The article names the state.\n", s.Code)
		quote("in " + s.Name)
	}
	b.WriteString("legal:\n")
	for _, q := range x.Questions {
		status := strings.Replace(q.Status, "decided", "closed-no-action", 1) // a ruling needs its decision, and no archive has any
		fmt.Fprintf(&b, "  - question: %s\n    status: %s\n    says: The article asks this.\n", q.ID, status)
		quote("whether that is so")
	}
	b.WriteString("---\n\n" + x.Body(func(l Link) string { return "[[" + l.ID + "|" + l.Label + "]]" }))
	return b.String()
}

// factID is the id of a fact that x reports. Ids are unique over the site.
func (x *Article) factID(id string) string { return fmt.Sprintf("%s-%05d", id, x.index) }

// number is the amount as the front matter has it: "1.3 million".
func (m Amount) number() string { return strings.TrimPrefix(m.Figure(), "$") }
