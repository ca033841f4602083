package proof

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// Who says it: the sentence and "by" agree. A sentence that cites somebody
// ("According to 404 Media, cited by BFM") has them in "by"; whom "by" gives is named
// in the sentence or a quote; and if the sentence begins with what somebody says, it
// is one of them. Who it is that cites is the outlet. "voice" follows from these two,
// except where the sentence or "by" leaves it open.

// checkSpeakers compares the sentence of t with "by" and "voice".
func (c *statementCheck) checkSpeakers(t *told) {
	for _, p := range t.By {
		if !c.checkNamed(t, p, isCited) {
			return
		}
	}
	place, by := t.Says.Place, `there is no "by"`
	if len(t.By) > 0 {
		place, by = t.By[0].Place, `"by" gives `+c.inWords(t.By)
	}
	given := c.speakers(t)
	isGiven := func(n calling) bool {
		return n.isAny(t.isOutlet) || n.isAny(func(n *site.Node) bool { return slices.Contains(given, n) })
	}
	complain := func(message, hint string) {
		c.complain(t, diag.SpeakerDiffers, place, message, hint+", or mend the sentence"+orStands)
	}
	led := false // by one whom "by" gives
	for i, n := range t.says.names {
		lead, title, hint := t.says.reading.Leads[i], n.nodes[0].Title, `write "by: `+n.nodes[0].ID+`"`
		switch role := t.says.reading.Roles[i]; {
		case isGiven(n):
			led = led || lead != evidence.NoLead && !n.isAny(t.isOutlet)
		case role == evidence.Cited:
			complain(`the sentence cites `+title+`, and `+by, hint)
			return
		case lead == evidence.NoLead, led && lead == evidence.Leading:
		case role == evidence.Owns || role == evidence.Voiced:
			if len(t.By) == 0 {
				complain(`the sentence says what somebody says who belongs to `+title+` or speaks for them, and `+by, `say in "by" who it is`)
				return
			}
		default:
			complain(`the sentence says what `+title+` says, and `+by, hint)
			return
		}
	}
	// Without "by", a sentence may tell what somebody announced as what the outlet reports.
	if i := firstSpeaker(t); i >= 0 && !isGiven(t.says.names[i]) && (len(t.By) > 0 || t.says.startsWith(i)) {
		n := t.says.names[i].nodes[0]
		complain(`the sentence says what `+n.Title+` says, and `+by, `write "by: `+n.ID+`"`)
		return
	}
	c.checkVoice(t, place)
}

// speakers are who "by" gives, by their ids and by the names in its words.
func (c *statementCheck) speakers(t *told) (nodes []*site.Node) {
	for _, p := range t.By {
		if n := c.site.Named(p.ID); n != nil {
			nodes = append(nodes, n)
			continue
		}
		for _, n := range c.names.in(c.words(p.Words)) {
			nodes = append(nodes, n.nodes...)
		}
	}
	return nodes
}

// firstSpeaker is the first name in the sentence of whom it lets say something, if
// nobody whom "by" may mean stands before; -1 if there is none.
func firstSpeaker(t *told) int {
	for i, n := range t.says.names {
		switch role := t.says.reading.Roles[i]; {
		case n.isAny(t.isOutlet):
		case role == evidence.Speaks:
			return i
		case n.isAny(t.cites), role == evidence.Cited:
			return -1
		}
	}
	return -1
}

// startsWith reports whether a text begins with name i, or with an article before it.
func (t *tale) startsWith(i int) bool {
	return strings.Count(t.text[:t.names[i].Start], " ") <= 1 && i == 0
}

// inWords is who parties are, for a message.
func (c *statementCheck) inWords(parties []content.Party) string {
	var all []string
	for _, p := range parties {
		if n := c.site.Named(p.ID); n != nil {
			all = append(all, n.Title)
		} else {
			all = append(all, "“"+p.Words.Text+"”")
		}
	}
	return strings.Join(all, " and ")
}

// checkVoice compares "voice" with "by" and the sentence.
func (c *statementCheck) checkVoice(t *told, place diag.Place) {
	isOpen := evidence.LeavesOpen(t.says.text) || slices.ContainsFunc(t.By, func(p content.Party) bool { return evidence.IsEither(p.Words.Text) })
	isOwn := evidence.CitesNobody(t.says.text)
	complain := func(message, hint string) { c.complain(t, diag.SpeakerDiffers, place, message, hint+orStands) }
	switch {
	case len(t.By) == 0 && t.Voice != content.OwnVoice:
		complain(`"voice" is "`+string(t.Voice)+`", and there is no "by"`, `say in "by" who is cited, or delete "voice"`)
	case len(t.By) > 0 && t.Voice == content.OwnVoice:
		complain(`"voice" is "own", and "by" gives `+c.inWords(t.By), `delete one of the two`)
	case len(t.By) > 0 && isOwn:
		complain(`the sentence says that nobody is cited, and "by" gives `+c.inWords(t.By), `delete "by", or mend the sentence`)
	case t.Voice == content.UnclearVoice && !isOpen:
		complain(`"voice" is "unclear", and the sentence leaves nothing open`, `say in the sentence what is unclear, or delete "voice"`)
	case t.Voice == content.CitedVoice && isOpen:
		complain(`the sentence or "by" leaves open who says it, and "voice" does not`, `write "voice: unclear"`)
	}
}
