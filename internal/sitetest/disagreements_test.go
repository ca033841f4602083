package sitetest

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// points are the known differences between the two articles, by the fact that
// shows them, each with a word of what the point is about.
var points = map[string][]string{
	"voter-referral-47":       {"Who may take part", "What has to be done", "Who fills in", "Who is paid", "Who checks", "said to buy"},
	"offer-announced":         {"When"},
	"carlson-interview":       {"When the interview"},
	"if-he-loses":             {"What Musk said"},
	"america-account-created": {"comes from", "spelled"},
	"yellow-badge":            {"Whom the badge is for"},
	"america-account-role":    {"What the account does"},
	"deciding-margin":         {"How narrow"},
	"swing-states-listed":     {"In which order", "What these states are called"},
	"petition-text":           {"What the petition asks"},
	"vote-buying-remark":      {"Who raises"},
	"payer-wording":           {"Who pays"},
	"democratic-candidate":    {"Whether the opponent is named"},
	"musk-contributions":      {"How much", "where the money went"},
	"verification":            {"What is checked"},
	"snapchat-ads":            {"Who ran"},
	"identity-call":           {"Who calls"},
	"award-purpose":           {"meant to bring about"},
	"daily-award":             {"What the million a day pays for"},
	"daily-award-start":       {"Since when"},
	"ads-compared":            {"Which networks"},
	"twitter-purchase":        {"calls the network"},
	"snapchat-messages":       {"Who is the source"},
	"lack-of-data":            {"Whether Reuters gives the cause"},
	"influencer-labels":       {"How the influencers are described"},
	"supreme-court-denial":    {"What kind of case"},
	"smith-request":           {"request or a warrant", "handed over"},
	"trump-investigation":     {"What the investigation was about"},
	"x-fine":                  {"When X argued", "Whether Reuters is the source"},
	"smith-filing":            {"What the document is"},
}

func TestEveryKnownDifferenceIsThere(t *testing.T) {
	s := site(t)
	n := 0
	declared := map[string][]string{}
	for _, d := range s.Site.Disagreements {
		if !d.IsFound() {
			declared[d.Fact.ID] = append(declared[d.Fact.ID], d.Front.About.Text)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(points)) {
		for _, about := range points[id] {
			n++
			if !slices.ContainsFunc(declared[id], func(point string) bool { return strings.Contains(point, about) }) {
				t.Errorf("%s does not say %q", id, about)
			}
		}
	}
	if n != 40 {
		t.Errorf("%d differences are looked for, not 40", n)
	}
	for _, d := range s.Site.Unexplained() {
		t.Errorf("%s: nobody has explained the difference (%s)", d.Fact.ID, d.Aspect)
	}
}
