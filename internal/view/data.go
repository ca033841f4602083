package view

// DataPage says what can be downloaded.
type DataPage struct {
	WithText
	Feed    string
	Sitemap string
}

func dataPage(on *page) Data {
	return &DataPage{
		on.withText("data", on.t("nav.data"), on.t("data.description")),
		on.site.Href("/feed.xml"), on.site.Href("/sitemap.xml"),
	}
}
