package view

import "receipts/internal/diag"

// ErrorsPage lists every diagnostic, in groups. Its fragments are the codes, so
// that one address for all of them lasts.
type ErrorsPage struct {
	Base
	Groups []ErrorGroup
}

// ErrorGroup is diagnostics that one page explains.
type ErrorGroup struct {
	Link
	Codes []diag.Explanation
}

// ErrorGroupPage explains the diagnostics of a group.
type ErrorGroupPage struct {
	Base
	Codes []diag.Explanation
}

// errorsPath begins the addresses of explanations.
const errorsPath = "/guide/errors/"

func errorsPage(on *page) Data {
	return &ErrorsPage{
		on.base("errors", on.t("errors.title"), on.t("errors.description"), on.crumb("/guide/")),
		each(diag.Groups(), func(g diag.Group) ErrorGroup {
			return ErrorGroup{on.link(errorsPath+g.ID+"/", on.t("errors.group."+g.ID)), g.Explanations}
		}),
	}
}

func errorGroupPage(on *page, g diag.Group) Data {
	title := on.t("errors.group." + g.ID)
	base := on.base("error-group", title, on.t("errors.group.description", title), on.crumb("/guide/"), Link{Href: errorsPath, Label: on.t("errors.title")})
	return &ErrorGroupPage{base, g.Explanations}
}
