package content

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"receipts/internal/fixture"
	"receipts/internal/source"
)

// wholeArticle uses every key of an article.
const wholeArticle = `---
title: "A million a day"
summary: >-
  The paper describes how [[ann-lee]] backs a candidate: a daily award,
  calls and «annonces».
source:
  outlet: paper
  headline: 'Un million par jour : l''offre d''Ann Lee'
  section: Tech
  by: bob-ray
  published: 2024-10-21
  published_as: "Le 21 octobre à 7h10"
  published_known: from the *public* address
  language: fr
  url: https://example.org/a
  archived: https://archive.example/a
  read: 2026-11-22
  paragraphs: [361, 388, 361, 394]
  currency_basis: inferred
amounts:
  - fact: daily-award
    amount: 1 million USD per day
    flow: prize
    from: ann-lee
    to: [one voter a day, paper]
    from_as: the head of the firm
    to_as: "« un électeur »"
    date: ../2024-11-05
    date_as: every day
    states: [PA, GA]
    legal: [award-lottery]
    says: The paper writes that Lee promises this; see 52 U.S.C. § 10307(c).
    quote: "un million de dollars, chaque jour"
    translation: "one million dollars, every day"
    at: P4
    also:
      - quote: 1 million de dollars par jour, jusqu’au 5 novembre
        translation: 1 million dollars a day, until 5 November
        at: T
    by: [ann-lee, a biographer]
    voice: unclear
dates:
  - fact: election-day
    date: 2024-11-05
    as_written: "du 5 novembre prochain"
    known: year inferred
    flag: probable-slip
    flag_reason: The text says so [[daily-award|elsewhere]].
    says: The paper gives the day.
    quote: "novembre prochain"
    translation: November next
    at: H1
    quote_supports: partly
    quote_lacks: the year, as [[daily-award|elsewhere]]
claims:
  - fact: words
    nature: statement
    about: [ann-lee]
    says: "According to Lee, \"it works\" \u2014 see [[daily-award]]."
    quote: "ça marche"
    translation: it works
    at: C
states:
  - MI: The paper mentions ads in [[MI]].
    quote: Michigan
    translation: Michigan
    at: P3
legal:
  - question: award-lottery
    status: question-raised
    by: experts
    says: The paper cites experts.
    quote: des experts
    translation: experts
    at: P2
does_not_say:
  - Who pays.
  - "[[ann-lee]] is not asked."
notes:
  - says: The FEC lists the committee.
    url: https://www.fec.gov/
    publisher: FEC
    date: 2024-10
    read: 2026-11-22
    mark: inferred
corrections:
  - date: 2026-11-23
    was: One.
    now: Two.
    fact: daily-award
    question: paid-petition
    state: PA
    withdrawn: weekly-award
draft: false
---

## What the paper reports

Lee promises [[daily-award]], every day.[^1]

![[daily-award]]

[^1]: A note.
`

// wholeSite uses every key of site.yaml.
const wholeSite = `title: Receipts
tagline: Who pays what to whom
summary: "A site about [[super-pac]]s."
base_url: https://example.org/receipts/
languages: [en]
contact: desk@example.org
license: CC BY 4.0
publisher: The Desk
bases:
  usc: "https://example.org/{title}/{section}"
vocabularies:
  flows:
    prize: { label: prize promised, kind: promise }
    wages: wages
  organizations:
    outlet: news outlet
`

// scriptFiles returns the files below content/ of all scripts of the command:
// one mistake each.
func scriptFiles(t testing.TB) []source.File {
	t.Helper()
	var out []source.File
	for _, files := range fixture.Scripts(t) {
		for _, path := range slices.Sorted(maps.Keys(files)) {
			if strings.HasPrefix(path, "content/") {
				out = append(out, source.File{Path: path, Data: []byte(files[path])})
			}
		}
	}
	return out
}
