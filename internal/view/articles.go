package view

import (
	"html/template"
	"slices"

	"receipts/internal/site"
)

// ArticlesPage lists the articles, newest first.
type ArticlesPage struct {
	Base
	Articles []ArticleItem
}

// ArticleItem is an article in a list.
type ArticleItem struct {
	Link
	Outlet   string
	Date     When
	Language string
	Summary  template.HTML
	Facts    string // "42 facts"
}

func articlesPage(on *page, sh sheet) Data {
	v := &ArticlesPage{Base: on.base("articles", on.t("nav.articles"), on.t("articles.description"))}
	v.Articles = on.articleItems(cut(on.site.Articles, sh, perSheetTexts))
	return v
}

func (on *page) articleItems(list []*site.Article) []ArticleItem {
	var out []ArticleItem
	for _, a := range list {
		summary := on.html(a.Front.Summary)
		src := &a.Front.Source
		out = append(out, ArticleItem{
			Link: on.to(&a.Node), Outlet: outlet(a), Language: on.Language(src.Language),
			Date:    When{ISO: iso(src.Published), Text: on.Date(src.Published.Date)},
			Summary: summary, Facts: on.Count("count.facts", len(factsOf(a))),
		})
	}
	return out
}

// factsOf lists the facts that a reports, each once, in its order.
func factsOf(a *site.Article) []*site.Fact {
	var out []*site.Fact
	for _, r := range a.Reports {
		if !slices.Contains(out, r.Fact) {
			out = append(out, r.Fact)
		}
	}
	return out
}
