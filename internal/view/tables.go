package view

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/site"
)

// DataVersion is that of the tables: the first number changes when a column or a
// table goes or means something else, the second when one is added or may hold more.
const DataVersion = "1.2.0"

// PackagePath is where the tables are described for programs.
const PackagePath = "/data/datapackage.json"

// RecordSchemaPath is where records are described for programs.
const RecordSchemaPath = "/data/record.schema.json"

// tables make the rows of the tables.
type tables struct{ *Views }

// Tables lists the tables.
func (v *Views) Tables() []Table { return v.tables() }

func (v *Views) makeTables() []Table {
	t := tables{v}
	list := []Table{
		t.facts(), t.reports(), t.quotes(), t.parties(), t.places(), t.topics(), t.topicFacts(), t.entities(), t.regions(), t.stateReports(), t.questions(), t.statuses(), t.positions(), t.factQuestions(), t.authorities(), t.questionAuthorities(),
		t.sources(), t.paragraphs(), t.disagreements(), t.sides(), t.later(), t.concerns(), t.notes(), t.terms(), t.corrections(),
	}
	if t.reviews != nil {
		list = append(list, t.checked())
	}
	return list
}

// A DataPackage is what the tables say of themselves as one.
type DataPackage struct {
	Title, About string
	Version      string // of the tables and, after the plus, the last day that they tell of our work
	License      License
	Publisher    string
	Sources      []Link // the outlets that the articles are from, each with its own address
}

// DataPackage describes the tables as one.
func (v *Views) DataPackage() DataPackage {
	cfg := v.site.Config
	d := DataPackage{
		Title: v.t("data.package", cfg.Title.Text), About: v.t("data.package.about"),
		Version: DataVersion, License: licenseOf(cfg.License.Text), Publisher: cfg.Publisher.Text,
	}
	if day := v.lastWork(); day != "" {
		d.Version += "+" + day
	}
	seen := map[*site.Entity]bool{}
	for _, a := range v.site.ArticlesByID() {
		if o := a.Outlet; o != nil && !seen[o] {
			seen[o] = true
			d.Sources = append(d.Sources, Link{Href: o.Front.URL.Text, Label: o.Title})
		}
	}
	return d
}

// lastWork is the last day on which a source was read, a question looked up or a mistake
// mended.
func (v *Views) lastWork() string {
	last := firstDay(lastRead(v.site.Articles))
	for _, l := range v.site.Later {
		last = max(last, firstDay(l.Front.Read))
	}
	for _, q := range v.site.Questions {
		last = max(last, firstDay(q.Front.Checked))
	}
	for _, c := range v.site.Corrections {
		last = max(last, firstDay(c.Date))
	}
	return last
}

// is is the cell of what is so or is not.
func is(so bool) string { return strconv.FormatBool(so) }

// lengthOf is the cell of a number of things.
func lengthOf[T any](list []T) string { return strconv.Itoa(len(list)) }

// factID, entityID are those of what may be missing.
func factID(f *site.Fact) string {
	if f == nil {
		return ""
	}
	return f.ID
}

func entityID(e *site.Entity) string {
	if e == nil {
		return ""
	}
	return e.ID
}

// list is the cell of ids or codes, with a blank between them.
func list[T any](of []T, id func(T) string) string { return strings.Join(each(of, id), BetweenItems) }

// texts is the cell of several texts.
func (t tables) texts(list []content.Inline) string {
	return strings.Join(each(list, t.Plain), " ")
}

func dateCell(d content.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.String()
}

// firstDay and lastDay are the ends of a date as days; empty where it is open.
func firstDay(d content.Date) string {
	if !d.IsSet() || d.OpenStart() {
		return ""
	}
	return d.Earliest().String()
}

func lastDay(d content.Date) string {
	if !d.IsSet() || d.OpenEnd() {
		return ""
	}
	return d.Latest().String()
}

// outletID is the id of an article's outlet.
func outletID(a *site.Article) string { return entityID(a.Outlet) }

// nth is the cell of which report of its fact by its article a report is.
func nth(rep *site.Report) string { return strconv.Itoa(rep.Nth()) }

// inOrder yields what a list makes of each of its items, one after the other.
func inOrder[A, B any](list []A, of func(A) iter.Seq[B]) iter.Seq[B] {
	return func(yield func(B) bool) {
		for _, a := range list {
			for b := range of(a) {
				if !yield(b) {
					return
				}
			}
		}
	}
}

// pair is a row of a table that only joins two others.
type pair[A, B any] struct {
	a A
	b B
}

func pairs[A, B any](list []A, of func(A) []B) iter.Seq[pair[A, B]] {
	return inOrder(list, func(a A) iter.Seq[pair[A, B]] {
		return func(yield func(pair[A, B]) bool) {
			for _, b := range of(a) {
				if !yield(pair[A, B]{a, b}) {
					return
				}
			}
		}
	})
}

// bound is one end that the source states, in whole units: see [amount.Quantity.Stated].
func bound(q amount.Quantity, b amount.Bound) string {
	if b.Limit == amount.Unbounded {
		return ""
	}
	return q.Decimal(b.Minor)
}

// noBound says why an end of q is left empty; empty if both are stated.
func (t tables) noBound(q amount.Quantity) string {
	lo, hi := q.Stated()
	switch {
	case q.Kind() == amount.Unquantified:
		return t.t("bound.no-figure")
	case q.Kind() == amount.Vague:
		return t.t("bound.word")
	case q.Some():
		return t.t("bound.magnitude")
	case lo.Limit != amount.Unbounded && hi.Limit != amount.Unbounded:
		return ""
	case hi.Limit != amount.Unbounded:
		return t.t("bound.no-lower")
	case lo.Limit != amount.Unbounded:
		return t.t("bound.no-upper")
	}
	return t.t("bound.approximate")
}

// allEntities are the people and the organizations.
func (t tables) allEntities() []*site.Entity {
	return slices.Concat(t.site.People, t.site.Organizations)
}
