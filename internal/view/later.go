package view

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// LaterPage is what became of it: later developments by thread.
type LaterPage struct {
	WithText
	Jumps   []Link // to the threads, on the first sheet
	Threads []ThreadView
	Checked string // the day on which a source was last read
	Read    string // how many of all were read against their sources, and when the last was
	Onward  *Ways
}

// ThreadView is the later developments of a thread, oldest first. Where they go on
// from the sheet before, all but Title and Items is empty.
type ThreadView struct {
	ID               string
	Title, TitleLang string // the language only if it is not the page's
	Stands           template.HTML
	Concerns         []Link
	Items            []LaterView
}

// LaterView is a later development.
type LaterView struct {
	OutsideView
	Source    Source
	ID, Title string
	TitleLang string     // if it is not the page's
	Was       []string   // ids that it had
	Href      string     // where it stands on its page
	When      When       // what it tells of
	Dot       string     // the mark of that date
	Body      []BodyPart // on its page
	Questions []Link     // of what a court said: the questions it spoke on, but for the page's own
}

// LaterList is the later developments that concern something, for its own page.
type LaterList struct {
	Title  string
	Groups []LaterGroup
	More   *Link // to all of them, if there are too many
}

// LaterGroup is those that came after the articles, or those of their time.
type LaterGroup struct {
	Label string
	Since bool // whether they came after
	Items []LaterView
}

// mostLater is how many later developments stand on the page of what they concern,
// and mostConcerns how many things are named that a thread concerns.
const (
	mostLater    = 40
	mostConcerns = 5
)

// laterSheets is how many sheets the page of later developments has.
func laterSheets(s *site.Site) int { return sheets(len(s.Later), site.OnLaterSheet) }

// A thread is its later developments and, first, the one without a name for those
// of no thread. It is made once for all sheets.
type thread struct {
	content.Thread
	items    []*site.Later
	concerns []*site.Node
	first    int // place of its first item among all
}

func threadsOf(s *site.Site) []thread {
	var list []thread
	place := 0
	for id, items := range runs(s.LaterByThread(), func(l *site.Later) string { return l.Front.Thread.Text }) {
		t := thread{items: items, first: place}
		if i := slices.IndexFunc(s.Config.Threads, func(t content.Thread) bool { return t.ID.Text == id }); i >= 0 {
			t.Thread, t.concerns = s.Config.Threads[i], concerns(items)
		}
		list, place = append(list, t), place+len(items)
	}
	return list
}

// concerns are the questions and facts that most of a thread's items are about.
func concerns(items []*site.Later) (of []*site.Node) {
	count := map[*site.Node]int{}
	for _, l := range items {
		for _, n := range l.About {
			if n.Kind == site.QuestionNode || n.Kind == site.FactNode {
				if count[n]++; count[n] == 1 {
					of = append(of, n)
				}
			}
		}
	}
	slices.SortStableFunc(of, func(a, b *site.Node) int { return count[b] - count[a] })
	return of[:min(len(of), mostConcerns)]
}

func laterPage(on *page, threads []thread, sh sheet) Data {
	v := &LaterPage{WithText: on.withText("later", on.t("nav.later"), on.t("later.description")), Onward: on.onward("/later/")}
	if sh > 0 {
		v.Body = nil
	}
	from, to := int(sh)*site.OnLaterSheet, (int(sh)+1)*site.OnLaterSheet
	for _, t := range threads {
		title, id, lang := t.Title.Text, "_"+t.ID.Text, on.otherLang(t.Title.Place.File)
		if title == "" {
			title, id = on.t("later.no-thread"), "_more"
			if len(threads) == 1 {
				title = on.t("later.only")
			}
		}
		if sh == 0 && len(threads) > 1 {
			jump := on.link(sheetPath("/later/", sheet(t.first/site.OnLaterSheet))+"#"+id, title)
			jump.Lang = lang
			v.Jumps = append(v.Jumps, jump)
		}
		last := t.first + len(t.items)
		if last <= from || t.first >= to {
			continue
		}
		tv := ThreadView{Title: title, TitleLang: lang}
		if t.first >= from {
			tv.ID, tv.Stands = id, on.html(t.Summary)
			tv.Concerns = each(t.concerns, on.concern)
		}
		for _, l := range t.items[max(from, t.first)-t.first : min(to, last)-t.first] {
			item := on.later(l)
			item.Body = on.body(l.Page)
			tv.Items = append(tv.Items, item)
		}
		v.Threads = append(v.Threads, tv)
	}
	v.Read = on.readLater()
	if read := lastChecked(on.site.Later); read.IsSet() {
		v.Checked = on.Date(read.Date)
	}
	return v
}

// concern names what a thread concerns: a question may be called as a fact is.
func (on *page) concern(n *site.Node) Link {
	to := on.labelled(n.Path, n)
	if n.Kind == site.QuestionNode {
		to.Label = on.t("later.question", to.Label)
	}
	return to
}

// lastChecked is the last day on which the source of a later development was read.
func lastChecked(list []*site.Later) (last content.Date) {
	for _, l := range list {
		if l.Front.Read.IsSet() && (!last.IsSet() || l.Front.Read.Compare(last.Date) > 0) {
			last = l.Front.Read
		}
	}
	return last
}

// later is a later development as any page shows it. What is not verified names the
// text that was read; what we infer is marked.
func (on *page) later(l *site.Later) LaterView {
	v := LaterView{OutsideView: on.outside(l.Front.Outside), ID: l.ID, Was: l.Former(), Title: l.Title, TitleLang: on.titleLang(&l.Node), Href: on.site.Href(l.Path)}
	v.When = When{ISO: v.ISO, Text: on.ShortDate(l.Front.Date.Date), Known: on.noteOf(on.before(l))}
	v.Dot = "out"
	if d := l.Front.Date; !d.IsInterval() && d.Precision() == edtf.PrecisionDay {
		v.Dot = "out day"
	}
	v.Source = Source{URL: v.URL, Publisher: v.Publisher, Archived: v.Archived}
	if d := l.Front.Published; d.IsSet() {
		v.Source.Date = on.ShortDate(d.Date)
	}
	if l.Front.Mark != content.Inferred {
		v.Mark = ""
	}
	return v
}

// before says that a later development came before an article: which one is the first
// that could have known of it. It is empty if it came after all.
func (on *page) before(l *site.Later) string {
	articles := on.site.Articles // newest first
	i, _ := slices.BinarySearchFunc(articles, l, func(a *site.Article, l *site.Later) int {
		if l.Before(a) {
			return -1
		}
		return 1
	})
	switch {
	case i == 0:
		return ""
	case i == len(articles):
		return on.t("later.before-all")
	}
	return on.t("later.before", outlet(articles[i-1]))
}

// laterOf is what became of n, and what was known from elsewhere at the time, parted
// by the last article that has it; nil if there is nothing.
func (on *page) laterOf(n *site.Node) *LaterList {
	list := n.Later()
	if len(list) == 0 {
		return nil
	}
	v := &LaterList{Title: on.t("later.background")}
	after, before := LaterGroup{Label: on.t("later.after"), Since: true}, LaterGroup{Label: on.t("later.of-its-time")}
	last := on.lastOn(n)
	for _, l := range list[max(0, len(list)-mostLater):] {
		if last != nil && l.Before(last) {
			before.Items = append(before.Items, on.later(l))
		} else {
			after.Items = append(after.Items, on.later(l))
		}
	}
	if len(after.Items) > 0 {
		v.Title = on.t("nav.later")
	}
	for _, g := range []LaterGroup{before, after} {
		if len(g.Items) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	if len(list) > mostLater {
		v.More = new(on.link("/later/", on.t("later.all", len(list))))
	}
	return v
}

// lastOn is the last article that reports a fact; of anything else, the last of the
// site.
func (on *page) lastOn(n *site.Node) (last *site.Article) {
	if f := n.Fact(); f != nil && len(f.Reports) > 0 {
		for _, rep := range f.Reports {
			if last == nil || rep.Article.Front.Source.Published.Compare(last.Front.Source.Published.Date) > 0 {
				last = rep.Article
			}
		}
		return last
	}
	if len(on.site.Articles) > 0 {
		return on.site.Articles[0]
	}
	return nil
}

// noteOf escapes words that stand beside a date.
func (w words) noteOf(notes ...string) template.HTML {
	return escaped(w.join("semicolon", notes...))
}
