package view

import (
	"receipts/internal/site"
)

// LaterPage is what became of it: later developments by thread.
type LaterPage struct {
	WithText
	Threads []ThreadView
}

// ThreadView is the later developments of a thread, oldest first.
type ThreadView struct {
	ID, Title string
	Items     []LaterView
}

// LaterView is a later development.
type LaterView struct {
	OutsideView
	ID, Title string
}

func laterPage(on *page) Data {
	return &LaterPage{WithText: on.withText("later", on.t("nav.later"), on.t("later.description"))}
}

// later is a later development as any page shows it.
func (on *page) later(l *site.Later) LaterView {
	return LaterView{on.outside(l.Front.Outside), l.ID, l.Title}
}
