package content

import (
	"strings"
	"testing"

	"receipts/internal/source"
)

// What an article says with its places to fill in is read beside what takes part of it; a
// draft whose source is not told takes no part, unless it cannot be read at all.
func TestBegun(t *testing.T) {
	const text = `---
title: "FILL IN: a title"
summary: Told.
source:
  outlet: gazette
  headline: "A fine"
  published: 2024-10-09
  language: en
  read: 2026-11-22
amounts:
  - fact: a-fine
    amount: 47 USD
    flow: "FILL IN: one of fine, prize"
    says: "FILL IN: one sentence"
    quote: "47 dollars"
    at: P1
    also:
      - quote: "the fine"
        at: P2
draft: true
---

A text.
`
	unread := strings.Replace(text, "outlet: gazette", `outlet: "FILL IN: an id"`, 1)
	for _, tt := range []struct {
		desc, give       string
		isPart, isUnread bool // whether it takes part; whether it is at the desk alone
		codes            string
	}{
		{"a report", text, true, false, "W040"},
		{"its source", unread, false, true, "W040"},
		{"no draft", strings.Replace(unread, "draft: true\n", "", 1), false, false, "E019 E019 E019 E019"},
		{"nothing that can be read", strings.Replace(unread, "title: ", "title: [", 1), false, false, "W040 E005"},
		{"nothing is left", strings.NewReplacer("FILL IN: a title", "A title", `"FILL IN: one of fine, prize"`, "fine", `"FILL IN: one sentence"`, "Said.").Replace(text), true, false, ""},
	} {
		page, diags := Parse(source.File{Path: "content/articles/a.md", Data: []byte(tt.give)}, DefaultLanguage, DefaultRegions)
		var codes []string
		for _, d := range diags {
			codes = append(codes, string(d.Code))
		}
		if got := strings.Join(codes, " "); page == nil || (page.Front != nil) != tt.isPart || page.IsBegun() != tt.isUnread || got != tt.codes {
			t.Errorf("%s: part %v, at the desk alone %v, %s: %v", tt.desc, page.Front != nil, page.IsBegun(), got, diags)
			continue
		}
		if page.Begun == nil {
			continue
		}
		if a := page.Begun.Amounts; len(a) != 1 || a[0].Quote.Text != "47 dollars" || len(a[0].Also) != 1 || Told(page.Begun.Title) != "" || Told(page.Begun.Source.Headline) != "A fine" {
			t.Errorf("%s: what was begun is %+v", tt.desc, page.Begun)
		}
	}
}
