package draft

import (
	"regexp"
	"slices"
	"strings"

	"receipts/internal/amount"
)

// The kind of a payment is told by a word right beside its amount: "gave $5 million", "a
// $5,000 fine", « 15 milliards dépensés ». The site file has such words ("flow_words");
// those below are of the kinds that are built in. Nothing is proposed where other words
// stand between the two, where two kinds are told, or where a payment is told of without
// one who gives.

// flowWords are words for kinds of payments, in the languages that are read.
var flowWords = map[string][][]string{
	"contribution":            phrases(listOf("gave, given, donated, contributed, contribution, contributions, donation, donations, donné, donnés, apporté, apportés, don, dons")...),
	"fine":                    phrases(listOf("fine, fines, penalty, penalties, civil penalty, civil penalties, amende, amendes")...),
	"raised":                  phrases(listOf("receipts, raised, raising, brought in, took in, levé, levés, récolté, récoltés, réuni, réunis, collecté, collectés, amassé, amassés")...),
	"spent":                   phrases(listOf("disbursements, expenditures, spent, spending, disbursed, dépensé, dépensés, dépensée, dépensées, dépenses")...),
	"ad-spending":             phrases(listOf("advertising, ads, attack ads, advertisements, publicité, publicités")...),
	"independent-expenditure": phrases(listOf("independent expenditure, independent expenditures, dépenses indépendantes")...),
	"cash-on-hand":            phrases(listOf("cash on hand, cash-on-hand, trésorerie")...),
	"debt":                    phrases(listOf("debt, debts, dette, dettes")...),
	"loan":                    phrases(listOf("loan, loans, prêt, prêts")...),
	"transfer":                phrases(listOf("transfer, transfers, transferred, transfert, transferts")...),
	"wages":                   phrases(listOf("wages, salary, salaries, salaire, salaires")...),
	"payment-promised":        phrases(listOf("pledged, promised, pledged to give, pledged to donate, promised to give, promised to pay, agreed to give, promis, promis de verser, promis de donner, engagé à verser, engagés à verser")...),
}

// flow is the kind of payment that the words beside an amount tell, with these words;
// empty if they tell none.
func (w *writer) flow(f Finding) (id, words string) {
	sentence := w.Text[f.Sentence.Start:f.Sentence.End]
	ws := wordsIn(sentence)
	from, to := first(ws, f.Start-f.Sentence.Start), first(ws, f.End-f.Sentence.Start)
	if slices.ContainsFunc(ws, func(x word) bool { return turning[x.text] }) || isDenied(ws, from) || isDenied(ws, to) {
		return "", ""
	}
	if f.Quantity.Qualifier() == amount.UpTo {
		return w.limit(f, ws, from)
	}
	if id, words := w.putInto(ws, from, to); id != "" {
		return id, words
	}
	if from > 1 && to < len(ws) && ws[from-1].text == "," && ws[to].text == "," { // "her donation, $5 million, came"
		from--
	}
	before, wordsBefore := w.flowBefore(f.Quantity, ws, from)
	behind, wordsBehind := w.flowBehind(ws, to)
	for k := from; k < to; k++ { // « 350 000 dollars d’amende »
		if id, n := w.flowAt(ws, func(int) int { return k }); n > 0 {
			behind, wordsBehind = id, textOf(ws[k:k+n])
		}
	}
	switch {
	case w.Site.Config.Flows.Kind(behind) == "spending" && isSold(ws, from):
		return "", "" // money for advertising that was sold
	case behind == "" || before == behind:
		return before, wordsBefore
	case before == "" || before == "spent" && w.Site.Config.Flows.Kind(behind) == "spending":
		return behind, wordsBehind
	}
	return "", ""
}

// flowBefore is the kind that is told right before the amount that begins at to.
func (w *writer) flowBefore(q amount.Quantity, ws []word, to int) (id, words string) {
	for k := to; k > 0; k-- {
		if id, n := w.flowAt(ws, func(n int) int { return k - n }); n > 0 {
			verb := isGiving(w.Source.Lang, ws[k-n].text) && !ofWhat[ws[min(k, len(ws)-1)].text]
			if isPaid(w.Site.Config.Flows.Kind(id)) && verb && !hasGiver(ws, k-n) {
				return "", ""
			}
			if !verb && isThreshold(q) && !slices.ContainsFunc(ws[k:to], func(x word) bool { return strings.HasPrefix(x.text, "total") }) {
				return "", "" // "donations over $200" are those of a kind
			}
			return id, textOf(ws[k-n : k])
		}
		if !besideAmount[ws[k-1].text] && !isName(ws, k-1) && !recipients[ws[k-1].text] {
			return "", ""
		}
	}
	return "", ""
}

// flowBehind is the kind that is told right behind the amount that ends at from.
func (w *writer) flowBehind(ws []word, from int) (id, words string) {
	passive := false
	for k := from; k < len(ws); k++ {
		if id, n := w.flowAt(ws, func(int) int { return k }); n > 0 {
			if id == "spent" {
				if what, words := w.flowBehind(ws, k+n); w.Site.Config.Flows.Kind(what) == "spending" {
					return what, words
				}
			}
			verb := isGiving(w.Source.Lang, ws[k].text)
			if verb && isPaid(w.Site.Config.Flows.Kind(id)) && !(passive && isBy(ws, k+n)) {
				return "", ""
			}
			return id, textOf(ws[k : k+n])
		}
		passive = passive || be[ws[k].text]
		if k > from && ws[k-1].text == "in" && !ws[k].isMark { // "in civil penalties", "in outside loans"
			if id, n := w.flowAt(ws, func(int) int { return k + 1 }); n > 0 {
				return id, textOf(ws[k : k+1+n])
			}
		}
		if !behindAmount[ws[k].text] && !be[ws[k].text] && !(ws[k].isMark && ws[k].text == "-") && !isPartisan(ws, k) {
			return "", ""
		}
	}
	return "", ""
}

// isDenied reports whether the clause of the word at k has a word that denies.
func isDenied(ws []word, k int) bool {
	isEnd := func(w word) bool { return w.isMark && strings.Contains(",;:()—–", w.text) }
	from, to := k, k
	for from > 0 && !isEnd(ws[from-1]) {
		from--
	}
	for to < len(ws) && !isEnd(ws[to]) {
		to++
	}
	return slices.ContainsFunc(ws[from:to], func(w word) bool { return denying[w.text] })
}

// isThreshold reports whether a quantity is a bound, as of a law or of a list.
func isThreshold(q amount.Quantity) bool {
	return slices.Contains([]amount.Qualifier{amount.MoreThan, amount.LessThan, amount.AtLeast}, q.Qualifier())
}

// isSold reports whether the amount at k is one that something was sold for.
func isSold(ws []word, k int) bool {
	return slices.ContainsFunc(ws[:k], func(w word) bool { return selling[w.text] })
}

// isPartisan reports whether the word at k is of "anti-Roe".
func isPartisan(ws []word, k int) bool {
	return ws[k].text == "anti" || ws[k].text == "pro" || k > 1 && ws[k-1].text == "-" && (ws[k-2].text == "anti" || ws[k-2].text == "pro")
}

// isBy reports whether behind k it is told by whom.
func isBy(ws []word, k int) bool {
	return k+1 < len(ws) && (ws[k].text == "by" || ws[k].text == "par") && ws[k+1].upper
}

// isPaid reports whether money of a kind goes from one to another.
func isPaid(kind string) bool { return kind == "payment" || kind == "promise" }

// flowAt is the one kind of the site whose words stand at a place, which may depend on
// their number, and how many they are; none if two kinds have words of that length.
func (w *writer) flowAt(ws []word, at func(words int) int) (id string, n int) {
	for _, flow := range w.Site.Config.Flows.IDs() {
		for _, phrase := range slices.Concat(flowWords[flow], phrases(w.Site.Config.FlowWords[flow]...)) {
			switch {
			case len(phrase) < n || !isAt(ws, at(len(phrase)), phrase):
			case len(phrase) > n:
				id, n = flow, len(phrase)
			case id != flow:
				id = ""
			}
		}
	}
	if id == "" {
		return "", 0
	}
	return id, n
}

// putInto is a contribution that is told by where the money goes: "poured $5 million into
// the super PAC". The same words are said of money for advertising, or of a mill.
func (w *writer) putInto(ws []word, from, to int) (id, words string) {
	if _, ok := w.Site.Config.Flows.Word("contribution"); !ok || to >= len(ws) || !intoWhat[ws[to].text] {
		return "", ""
	}
	k := from - 1
	for k > 0 && besideAmount[ws[k].text] {
		k--
	}
	if k < 0 || !putting[ws[k].text] || !hasGiver(ws, k) {
		return "", ""
	}
	const near = 7
	for i := to + 1; i < min(len(ws), to+near); i++ {
		switch t := ws[i].text; {
		case recipients[t] && !strings.HasPrefix(t, "candidat"):
			return "contribution", textOf(ws[k:k+1]) + " … " + textOf(ws[to:to+1]) + " … " + t
		case !determiners[t] && !isName(ws, i) && !isPartisan(ws, i) && t != "super" && t != "-" && !numbers[t]:
			return "", ""
		}
	}
	return "", ""
}

// limit is the kind of the site that is a limit, where words say that no more is allowed:
// "limited to $5,000", "may give up to $5,000".
func (w *writer) limit(f Finding, ws []word, from int) (id, words string) {
	for _, flow := range w.Site.Config.Flows {
		if flow.Kind != "limit" {
			continue
		}
		if id != "" {
			return "", "" // several
		}
		id = flow.ID
	}
	if id == "" {
		return "", ""
	}
	if limiting.MatchString(w.Text[f.Start:f.End]) {
		return id, limiting.FindString(w.Text[f.Start:f.End])
	}
	for k := from - 1; k > 0; k-- {
		if toGive[ws[k].text] {
			for back := k - 1; back >= max(0, k-2); back-- {
				if mayGive[ws[back].text] {
					return id, textOf(ws[back : k+1])
				}
			}
		}
		if !besideAmount[ws[k].text] && !isName(ws, k) {
			break
		}
	}
	return "", ""
}

func textOf(ws []word) string {
	var all []string
	for _, w := range ws {
		all = append(all, w.text)
	}
	return strings.Join(all, " ")
}

var (
	limiting     = regexp.MustCompile(`(?i)\b(?:limit|capped|plafonn|ceiling)\pL*`)
	intoWhat     = set("in into dans")
	putting      = set("invested invests poured pours pumped pumps injected put puts funneled investi investit investissent injecté injecte injectent mis")
	numbers      = set("two three four five six seven eight nine ten deux trois quatre cinq six sept huit neuf dix several plusieurs")
	ofWhat       = set("of de d totaling totalling")
	denying      = set("not never without jamais sans pas")
	selling      = set("sell sells sold selling vend vendent vendu vendus vendue vendre")
	toGive       = set("give contribute donate donner verser")
	mayGive      = set("can may peut peuvent")
	besideAmount = set("a an of totaling totalling total combined whopping record additional another him her them us at de d un une ' des du la le au raised")
	behindAmount = set("in on of de d' d ' en a ont avait avaient had has have already déjà tv television digital online")
)

// turning are words by which a payment is turned round, or was none.
var turning = set("back return returned returns returning lent lend lends lending loaned borrowed owed refund refunded refunds refunding repaid repay repays " +
	"reimbursed reimburse sued denied refused " +
	"rendu rendus rendue rend rendre remboursé remboursés remboursée rembourse rembourser prêté prêtés prêtée prête prêter emprunté restitué refusé")
