package view

// NotFoundPage is shown where there is no page.
type NotFoundPage struct {
	Base
	Search   string
	Sections []Link
}

func notFoundPage(on *page) Data {
	return &NotFoundPage{
		Base:   on.base("notfound", on.t("notfound.title"), on.t("notfound.description")),
		Search: on.part("/search/"), Sections: on.allSections(),
	}
}
