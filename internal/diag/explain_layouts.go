package diag

// aboutLayouts explains mistakes in layouts and static files.
var aboutLayouts = []Explanation{
	{
		Code: LayoutSyntax, Title: "a layout that cannot be read",
		Text: "The file in layouts/ is not a template of Go’s html/template: an action is not closed, a block " +
			"has no {{end}}, a function does not exist. The message is the one of the template library, the " +
			"place as near as it says.",
		Wrong: "{{if .Title}}<h1>{{.Title}</h1>",
		Right: "{{if .Title}}<h1>{{.Title}}</h1>{{end}}",
	},
	{
		Code: UnknownAsset, Title: "a static file that does not exist",
		Text: "A layout or a stylesheet names a file that is neither in your static/ nor built in. In " +
			"stylesheets the name in url(…) is relative to the stylesheet, as in a browser.",
		Wrong: `url("fonts/setif.woff2")`,
		Right: `url("fonts/serif.woff2")`,
	},
	{
		Code: UnknownMessage, Title: "a message that does not exist",
		Text: "A layout asks for words of the site’s own by a key that the catalogue does not have; the page " +
			"would have a gap; or a file in content/messages/ has words for such a key. The keys are in the files of " +
			"internal/locale/languages.",
		Wrong: `{{t "nav.hoem"}}`,
		Right: `{{t "nav.home"}}`,
	},
	{
		Code: LayoutData, Title: "a layout that asks for what a page does not have",
		Text: "The layout was read, but the pages made with it have no such field or method. Each layout has " +
			"one Go struct as its data, in internal/view; a test lists the fields.",
		Wrong: "{{.Titel}}",
		Right: "{{.Title}}",
	},
	{
		Code: UnknownLayout, Title: "a layout that makes no page",
		Text: "The file in layouts/ has a name that no kind of page uses, so it would be ignored; or one that " +
			"is needed is missing. Layouts end in .html and are named by the kind of page; parts that several " +
			"use are in layouts/partials/.",
		Wrong: "layouts/artcle.html",
		Right: "layouts/article.html",
	},
	{
		Code: BadScript, Title: "a script that no browser could read",
		Text: "Scripts and stylesheets of static/ are published without comments and blanks, and for that they are read. " +
			"This one has a syntax error. What should be published as it is, byte for byte, belongs in static/root/.",
		Wrong: "const total = (a, b => a + b;",
		Right: "const total = (a, b) => a + b;",
	},
	{
		Code: EmptyLayout, Title: "a layout that shows nothing",
		Text: "In some other tools a base calls what the layout of a page defines. Here the layout of a page is what the page " +
			"shows, and base.html puts it where it says {{.Main}}. A layout, or a part that it calls, with nothing but definitions, " +
			"blanks or comments, a definition that nothing calls, or a base.html without .Main would publish pages without " +
			"their content.",
		Wrong: `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`,
		Right: "<h1>{{.Title}}</h1>",
	},
	{
		Code: BadMessage, Title: "words of the site with a gap",
		Text: "A file of a language has a message without the places of the English one, where names and numbers are put, or " +
			"with a place that nothing is put in; a pattern without its {}; a list with too few names; or, in a language that " +
			"is not built in, messages are missing.",
		Wrong: `nav.page: "Seite {1}"`,
		Right: `nav.page: "Seite {1} von {2}"`,
	},
	{
		Code: EndlessLayout, Title: "a layout that does not end",
		Text: "A page may have 16 MiB, and a layout a million turns of its loops and calls of its templates, for one page. " +
			"This one went past that: it loops over a number, has a loop in a loop in a loop, or a template that calls itself " +
			"for what it was called for.",
		Wrong: `{{define "part"}}{{template "part" .}}{{end}}`,
		Right: `{{define "part"}}{{.Title}}{{with .Next}}{{template "part" .}}{{end}}{{end}}`,
	},
}
