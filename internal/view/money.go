package view

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/site"
	"receipts/internal/total"
)

// MoneyPage follows the money: who gives, through what, to whom, for what. What the
// articles say and what comes from outside them are two pictures, never one, so that
// no article seems to name a body that it does not name.
//
// The first section of the text that content/pages has for it explains and stands above
// the pictures; the second stands apart, beside what outsiders tell; others come last.
type MoneyPage struct {
	WithText
	Summary template.HTML
	Explain *BodySection
	Apart   *BodySection
	Rest    []BodySection

	Finding string    // "4 payments, reported or promised, 3 of spending: 5 have a named payer"
	Told    *FlowList // nil if there is none, or too many
	Unnamed *FlowList // spending of which the payer is not named; nil if there is none
	TooMany bool
	Ledger  string
	CSV     string

	Filed  *FiledPicture // nil if there is none
	Others []FiledPicture
	Gifts  []Gifts

	Onward *Ways
}

// FiledPicture is the arrows of one thread.
type FiledPicture struct {
	Title string
	Says  template.HTML // where it stands
	Flow  *FlowList
}

// Gifts are what one pays to another, as it was filed again and again, oldest first. A
// total contains others, so they are a list; the picture has the last total.
type Gifts struct {
	Title string
	Items []LaterView
}

func moneyPage(on *page) Data {
	v := &MoneyPage{
		WithText: on.withText("money", on.t("nav.money"), on.t("money.description")),
		Ledger:   on.site.Href("/amounts/"), CSV: on.table("reports"), Onward: on.onward("/money/"),
	}
	if text := on.textAt(on.path); text != nil {
		v.Summary = on.withScraps(text.Front.Summary)
		sections := on.sections(text.Page)
		for i, place := range []**BodySection{&v.Explain, &v.Apart} {
			if i < len(sections) {
				*place = &sections[i]
			}
		}
		v.Rest = sections[min(len(sections), 2):]
	}
	v.tell(on, on.payments(on.ledger().money))
	v.file(on)
	return v
}

// tell draws what the articles say.
func (v *MoneyPage) tell(on *page, reports []*site.Report) {
	if len(reports) == 0 {
		return
	}
	v.Finding = on.countPayments(reports)
	if v.TooMany = len(reports) > mostArrows; v.TooMany {
		return
	}
	// A seller says what was sold, and not who bought it: that leads on from nobody.
	var paid, spent []*site.Report
	for _, rep := range reports {
		if len(rep.From) == 0 && rep.Amount.FromAs.IsEmpty() && on.site.KindOf(rep) == total.Spending {
			spent = append(spent, rep)
		} else {
			paid = append(paid, rep)
		}
	}
	if len(paid) > 0 {
		v.Told = on.told(paid)
	}
	if len(spent) > 0 {
		v.Unnamed = on.told(spent)
	}
}

// file draws what filings and the press say: a picture for each thread.
func (v *MoneyPage) file(on *page) {
	threads := slices.Concat([]content.Thread{{}}, on.config.Threads) // first what has none
	for _, t := range threads {
		var flows []*site.Later
		for _, l := range on.site.Later {
			if l.IsFlow() && l.Front.Thread.Text == t.ID.Text {
				flows = append(flows, l)
			}
		}
		if len(flows) == 0 {
			continue
		}
		var drawn []*site.Later
		for _, list := range sameEnds(on, flows) {
			standing := notContained(list)
			if len(standing) < len(list) {
				v.Gifts = append(v.Gifts, on.gifts(list))
			}
			drawn = append(drawn, standing...)
		}
		picture := FiledPicture{t.Title.Text, on.html(t.Summary), on.filed(drawn)}
		if v.Filed == nil {
			v.Filed = &picture
		} else {
			v.Others = append(v.Others, picture)
		}
	}
}

// sameEnds splits flows by who pays whom.
func sameEnds(on *page, flows []*site.Later) [][]*site.Later {
	var out [][]*site.Later
	at := map[[2]string]int{}
	for _, l := range flows {
		ends := [2]string{on.partyWords(l.From, content.Inline{}), on.partyWords(l.To, content.Inline{})}
		i, ok := at[ends]
		if !ok {
			i = len(out)
			at[ends] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], l)
	}
	return out
}

// notContained are those of some flows that no other of them contains.
func notContained(flows []*site.Later) []*site.Later {
	contained := map[string]bool{}
	for _, l := range flows {
		for _, ref := range l.Front.Supersedes {
			contained[ref.Text] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(flows), func(l *site.Later) bool { return contained[l.ID] })
}

func (on *page) gifts(flows []*site.Later) Gifts {
	from, to := on.partyWords(flows[0].From, content.Inline{}), on.partyWords(flows[0].To, content.Inline{})
	return Gifts{on.t("money.gifts", from, to), each(flows, on.later)}
}
