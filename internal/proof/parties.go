package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// Payer, payee and who is cited are named. A reader of a receipt sees "From: Elon
// Musk" beside a sentence and quotes, and takes it from there: so one of these names
// him, or the sentence links to what does. A name by which something else is named
// ("Trump's campaign") does not name a payer or a payee, nor does one that says what
// the money is about ("in favour of Harris"). Words that stand for a party ("the
// first sponsors") have their noun in one of the texts.
//
// Where the verb of a sentence tells who gives and who is given, it tells the same
// as "from" and "to". A sentence with several such verbs, or with none that is
// known, is not judged.
//
// So is who passes money on, whom or what it is spent for or against, and what a
// percentage is of.

// A part is what a party does, as messages say it.
type part string

const (
	pays      part = "pays"
	isPaid    part = "is paid"
	passesOn  part = "passes it on"
	isBacked  part = "is supported"
	isOpposed part = "is opposed"
	isCited   part = "is cited"
)

// A partySide is one of the two lists of parties of an amount.
type partySide struct {
	key         string
	parties     []content.Party
	does, other part          // of who stands there, and of who stands in the other list
	role, not   evidence.Role // the same, as a text tells it
}

// checkParties checks payer and payee of a report of money or of a count.
func (c *statementCheck) checkParties(t *told) {
	m := t.amount
	for _, beside := range []struct {
		does    part
		parties []content.Party
	}{{passesOn, m.Via}, {isBacked, m.For}, {isOpposed, m.Against}} {
		for _, p := range beside.parties {
			c.checkNamed(t, p, beside.does)
		}
	}
	if m.Of.Text != "" {
		c.checkSpokenOf(t, m.Of.Text, m.Of.Place)
	}
	c.checkAim(t)
	for _, side := range []partySide{
		{"from", m.From, pays, isPaid, evidence.Gives, evidence.Receives},
		{"to", m.To, isPaid, pays, evidence.Receives, evidence.Gives},
	} {
		named := true
		for _, p := range side.parties {
			named = c.checkNamed(t, p, side.does) && named
		}
		if named && (m.Quantity.IsMoney() || m.Quantity.IsUnquantified()) && c.checkSide(t, side) {
			return // the other side follows from it
		}
	}
}

const nameThem = `name them in "says", link there to what does, or quote the words that do` + orStands

// checkNamed checks that a party is named, and reports whether it is.
func (c *statementCheck) checkNamed(t *told, p content.Party, does part) bool {
	hint := nameThem
	if p.ID != "" {
		n := c.site.Named(p.ID)
		if n == nil || does == isCited && t.isOutlet(n) || c.isNamed(t, n, does) {
			return true
		}
		if n.Kind == site.PersonNode || n.Kind == site.OrganizationNode {
			if sur := surname(n.Title); n.Kind == site.PersonNode && sur != "" && !c.names.has(sur) {
				hint = "write the whole name, since others are called " + sur + " too; or " + hint
			}
			message := "neither the sentence nor a quote names " + n.Title
			var roles []evidence.Role
			for _, text := range t.texts() {
				roles = append(roles, text.rolesOf(n)...)
			}
			switch {
			case does == isCited && slices.Contains(roles, evidence.Voiced):
				message = "only somebody who speaks for " + n.Title + " is named"
			case slices.Contains(roles, evidence.Aside):
				message = n.Title + " is named only in a remark on somebody else"
			}
			c.complain(t, diag.PartyNotNamed, p.Place, `"`+p.ID+`" `+string(does)+", and "+message, hint)
		}
		return false
	}
	return c.checkSpokenOf(t, c.words(p.Words), p.Place)
}

// checkSpokenOf checks that a text of t speaks of what some words stand for, a party or
// what a percentage is of, and reports whether one does.
func (c *statementCheck) checkSpokenOf(t *told, what string, at diag.Place) bool {
	words := c.tale(t.lang, what)
	for _, named := range words.names {
		if !named.isAny(t.isOutlet) && !named.isAny(func(n *site.Node) bool { return c.isMentioned(t, n) }) {
			c.complain(t, diag.PartyNotNamed, at, `neither the sentence nor a quote names `+named.nodes[0].Title, nameThem)
			return false
		}
	}
	if len(words.names) > 0 {
		return true
	}
	for _, text := range t.texts() {
		if text.lang == t.lang && evidence.NamesParty(words.text, text.text) {
			return true
		}
	}
	for _, r := range t.linkedReports() {
		for _, other := range slices.Concat(r.From, r.To, r.Speakers) {
			if other.Entity == nil && evidence.NamesParty(words.text, c.words(other.Words)) {
				return true
			}
		}
	}
	c.complain(t, diag.PartyNotNamed, at, `neither the sentence nor a translation speaks of “`+words.text+`”`, "say it in the same words in both"+orStands)
	return false
}

// isNamed reports whether a text of t names n as one who does something, or the
// sentence links to it.
func (c *statementCheck) isNamed(t *told, n *site.Node, does part) bool {
	isAim := does == isBacked || does == isOpposed
	isParty := !isAim && does != isCited
	for _, text := range t.texts() {
		for i, named := range text.names {
			if !named.is(n) {
				continue
			}
			switch text.reading.Roles[i] {
			case evidence.Absent:
				continue
			case evidence.Owns: // ads on Roe's side are for Roe
				if !isAim {
					continue
				}
			case evidence.Gives, evidence.Receives:
				if isAim {
					continue
				}
			case evidence.Voiced:
				if !isParty && n.Kind == site.PersonNode {
					continue
				}
			case evidence.Aimed, evidence.Aside:
				if isParty {
					continue
				}
			case evidence.Cited:
				if isAim || isParty && text.isPossessive(i) {
					continue
				}
			}
			if isParty && t.isOutlet(n) && text.reading.Roles[i] != evidence.Gives && text.reading.Roles[i] != evidence.Receives {
				continue // "BFM writes"
			}
			return true
		}
	}
	return t.isLinked(n)
}

// isMentioned reports whether a text of t has the name of n at all.
func (c *statementCheck) isMentioned(t *told, n *site.Node) bool {
	for _, text := range t.texts() {
		if slices.ContainsFunc(text.rolesOf(n), func(r evidence.Role) bool { return r != evidence.Absent }) {
			return true
		}
	}
	return t.isLinked(n)
}

// isOutlet reports whether n published the article, or wrote it.
func (t *told) isOutlet(n *site.Node) bool {
	return t.article.Outlet != nil && n == &t.article.Outlet.Node || t.article.Author != nil && n == &t.article.Author.Node
}

// checkSide compares one side with what the verbs of the texts tell, and reports
// whether they differ. Words in place of an id may be whom a verb tells.
func (c *statementCheck) checkSide(t *told, side partySide) (differs bool) {
	var given []*site.Node
	for _, p := range side.parties {
		n := c.site.Named(p.ID)
		if n == nil {
			return false
		}
		given = append(given, n)
	}
	complain := func(at diag.Place, message, mend string) bool {
		c.complain(t, diag.PartyDiffers, at, message, mend+`, or say it in another way`+orStands)
		return true
	}
	mend := `mend "` + side.key + `"`
	for i, text := range slices.Concat([]tale{t.says}, t.quotes) {
		if !text.reading.One {
			continue
		}
		tells := slices.DeleteFunc(text.with(side.role), func(n *site.Node) bool { return t.isOutlet(n) || t.cites(n) && !slices.Contains(given, n) })
		what := "the sentence says that "
		if i > 0 {
			what = "a quote says that "
		}
		for k, n := range given {
			if roles := text.rolesOf(n); slices.Contains(roles, side.not) && !slices.Contains(roles, side.role) && !text.isShared(n) {
				return complain(side.parties[k].Place, what+n.Title+" "+string(side.other), mend)
			}
		}
		switch {
		case len(tells) == 0, slices.ContainsFunc(given, func(n *site.Node) bool { return slices.Contains(tells, n) }):
		case len(given) > 0:
			return complain(side.parties[0].Place, what+tells[0].Title+" "+string(side.does)+", not "+given[0].Title, mend)
		case i == 0:
			return complain(t.Says.Place, what+tells[0].Title+" "+string(side.does)+`, and there is no "`+side.key+`"`, `add "`+side.key+`: `+tells[0].ID+`"`)
		}
	}
	return false
}

// checkAim compares what money is spent for or against with the words of the texts
// for that. A text with words for both, or for neither, is not judged.
func (c *statementCheck) checkAim(t *told) {
	m := t.amount
	if (len(m.For) > 0) == (len(m.Against) > 0) {
		return
	}
	key, given, says, other := "for", m.For, evidence.Opposes, evidence.Backs
	if len(m.For) == 0 {
		key, given, says, other = "against", m.Against, evidence.Backs, evidence.Opposes
	}
	for i, text := range slices.Concat([]tale{t.says}, t.quotes) {
		words := says(text.lang, text.text)
		if words == "" || other(text.lang, text.text) != "" {
			continue
		}
		what := "the sentence"
		if i > 0 {
			what = "a quote"
		}
		c.complain(t, diag.PartyDiffers, given[0].Place, what+` says “`+words+`”, and this is "`+key+`"`, `mend "`+key+`", or say it in another way`+orStands)
		return
	}
}

// cites reports whether "by" gives n.
func (t *told) cites(n *site.Node) bool {
	return slices.ContainsFunc(t.By, func(p content.Party) bool { return p.ID == n.ID })
}

// checkStates checks that the states of t are named: in a text, or by a fact that
// the sentence links to.
func (c *statementCheck) checkStates(t *told) {
	if len(t.states) == 0 {
		return
	}
	named, leftOut := map[string]bool{}, map[string]bool{} // "everywhere but Ohio"
	for _, text := range slices.Concat([]tale{t.says}, t.quotes) {
		for _, f := range evidence.MayNameStates(c.site.Regions, text.lang, text.text) {
			named[f.Code] = named[f.Code] || !f.Excluded
			leftOut[f.Code] = true
		}
	}
	byLink := map[string]bool{}
	linkedTo := ""
	for _, n := range t.linked {
		if st, ok := c.site.Regions.BySlug(n.ID); ok && n.Kind == site.StateNode {
			named[st.Code] = true
		}
	}
	for _, r := range t.linkedReports() {
		for _, s := range r.Links.States {
			byLink[s.Code], linkedTo = true, r.Fact.ID
		}
	}
	given := 0
	for _, s := range t.states {
		if byLink[s.Code] {
			given++
		}
		if !named[s.Code] && !byLink[s.Code] {
			message := `neither the sentence nor a quote names ` + nameOfState(c.site.Regions, s.Code)
			if leftOut[s.Code] {
				message = nameOfState(c.site.Regions, s.Code) + ` is named only as a state that is left out`
			}
			c.complain(t, diag.StateNotNamed, s.Place, message, `name it, or link in "says" to a fact that gives it`+orStands)
			return
		}
	}
	// What rests on a link alone has all states of that fact.
	if given == len(t.states) && given < len(byLink) && len(named) == 0 {
		for _, s := range c.site.States {
			if byLink[s.Code] && !slices.ContainsFunc(t.states, func(g content.StateCode) bool { return g.Code == s.Code }) {
				c.complain(t, diag.StateNotNamed, t.states[0].Place, `the sentence links to "`+linkedTo+`", which has `+s.Name+" too",
					"add "+s.Code+", or name the states that are meant"+orStands)
				return
			}
		}
	}
}
