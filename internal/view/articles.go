package view

import (
	"html/template"

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
	return &ArticlesPage{
		on.base("articles", on.t("nav.articles"), on.t("articles.description")),
		each(cut(on.site.Articles, sh, perSheetTexts), on.articleItem),
	}
}

func (on *page) articleItem(a *site.Article) ArticleItem {
	src := &a.Front.Source
	return ArticleItem{
		Link: on.to(&a.Node), Outlet: outlet(a), Language: on.Language(src.Language),
		Date:    When{ISO: iso(src.Published), Text: on.Date(src.Published.Date)},
		Summary: on.html(a.Front.Summary), Facts: on.Count("count.facts", len(factsOf(a))),
	}
}

// factsOf lists the facts that a reports, each once, in its order.
func factsOf(a *site.Article) []*site.Fact {
	var out []*site.Fact
	seen := map[*site.Fact]bool{}
	for _, r := range a.Reports {
		if !seen[r.Fact] {
			seen[r.Fact] = true
			out = append(out, r.Fact)
		}
	}
	return out
}
