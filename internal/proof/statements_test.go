package proof

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

// people are the files that the reports of these tests name.
var people = map[string]string{
	"people/jane-doe":        "title: Jane Doe\nsummary: A donor.",
	"people/john-roe":        "title: John Roe\nsummary: A candidate.",
	"people/mary-poe":        "title: Mary Poe\nsummary: A lawyer.",
	"people/ursula-van-elm":  "title: Ursula van Elm\nsummary: A banker.",
	"organizations/oak-fund": "title: The Oak Fund\nalso: [le Fonds du chêne, Oak]\nkind: fund\nsummary: A fund.",
	"organizations/elm-pac":  "title: Elm PAC\nkind: committee\nsummary: A committee.",
	"organizations/roe-team": "title: John Roe’s campaign\nalso: [la campagne de Roe, la campagne de John Roe]\nkind: campaign\nsummary: A campaign.",
	"organizations/gazette":  "title: The Gazette\nkind: outlet\nsummary: A newspaper.",
	"organizations/herald":   "title: The Herald\nkind: outlet\nsummary: Another newspaper.",
	"organizations/post":     "title: Morning Post\nalso: [the Post]\nkind: outlet\nsummary: A third newspaper.",
}

// reportsOn returns the mistakes of an article of the Gazette with these reports, each
// written as lines parted by "; ": their codes and what is wrong.
func statementsOf(t *testing.T, lang string, reports ...string) []string {
	t.Helper()
	files := map[string]string{"content/site.yaml": "title: A site\nbase_url: https://example.org\n"}
	for path, front := range people {
		files["content/"+path+".md"] = "---\n" + front + "\n---\n"
	}
	lists := map[string]string{}
	for i, r := range reports {
		kind, lines, _ := strings.Cut(r, ": ")
		text := fmt.Sprintf("  - fact: fact-%d\n", i)
		for l := range strings.SplitSeq(lines, "; ") {
			text += "    " + l + "\n"
		}
		if !strings.Contains(text, "\n    at: ") {
			text += "    at: P1\n"
		}
		lists[kind] += text
	}
	var front strings.Builder
	for _, kind := range []string{"amounts", "dates", "claims"} {
		if lists[kind] != "" {
			front.WriteString(kind + ":\n" + lists[kind])
		}
	}
	files["content/articles/story.md"] = "---\ntitle: A story\nsummary: What it says.\nsource:\n  outlet: gazette\n  headline: A story\n" +
		"  published: 2024-10-21\n  language: " + lang + "\n  read: 2026-11-22\n" + front.String() + "---\n"
	_, diags := proved(files, Input{})
	var out []string
	for _, d := range diags {
		if d.Code != diag.UnverifiedQuote {
			out = append(out, string(d.Code)+" "+d.Message)
		}
	}
	return out
}

// Sentences as honest authors write them have nothing against them.
func TestHonestStatements(t *testing.T) {
	for lang, reports := range map[string][]string{
		"en": {
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: The Gazette writes that Jane Doe gave this to the Oak Fund.; quote: "Ms. Doe gave 5 million dollars to the fund"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: "The Gazette writes that Doe, whom it calls a banker, has already given this to Oak."; quote: "gave 5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: "The Gazette writes that the Oak Fund received this from Doe."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: roe-team; says: "According to filings, cited by the Gazette, Roe’s campaign was given this by Jane Doe."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: payment; from: elm-pac; to: [jane-doe, john-roe]; says: "The Gazette writes that Elm PAC paid Jane Doe and John Roe this."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: payment; from: elm-pac; says: "The Gazette writes that Elm PAC, which does not name its donors, spent this on ads against Roe."; quote: "spent 5 million dollars on ads against Roe"; also:\n      - quote: "does not disclose its donors"\n        at: P2`,
			`amounts: amount: 5 million USD; flow: ad-spending; from: elm-pac; says: "The Gazette writes that Elm PAC spent this to elect John Roe."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: two donors; to: roe-team; says: "The Gazette writes that two donors, whom it does not name, gave this to Roe’s campaign."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: roe-team; says: "The Gazette writes that a check of this amount from Doe reached Roe’s campaign; it does not say when."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: ursula-van-elm; says: "The Herald, cited by the Gazette, puts van Elm’s gifts at this sum."; quote: "5 million dollars"; by: herald`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "According to the Herald, cited by the Gazette, Doe’s gift to Elm PAC was of this size."; quote: "5 million dollars"; by: herald`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "Doe told the Gazette that she gave this to Elm PAC."; quote: "5 million dollars"; by: jane-doe`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "The Gazette writes, citing the Herald, that Doe has funded Elm PAC with this sum."; quote: "5 million dollars"; by: herald`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; says: "In a letter seen by the Gazette, Doe promises this."; quote: "5 million dollars"; by: jane-doe`,
			`amounts: amount: 5 million USD; flow: payment; to: mary-poe; says: "The Gazette writes that Mary Poe was paid this; it does not say by whom."; quote: "5 million dollars"`,
			`amounts: amount: 40 volunteers; says: "The Gazette writes that Elm PAC sent this many volunteers to Ohio and Nevada."; quote: "40 volunteers to Ohio and Nevada"; states: [OH, NV]`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: "The Gazette writes that Doe gave this to the Oak Fund, which passed it on to Elm PAC."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "The Gazette writes that this went from Doe to Elm PAC."; quote: "5 million dollars"`,
			`dates: date: 2024-07; says: "The Gazette writes that Roe announced his candidacy in this month."; quote: "July 2024"`,
			`dates: date: 2024-07; says: "The Gazette writes that the request of Elm PAC was rejected in this month."; quote: "July 2024"`,
			`dates: date: 2024-07; says: "The Gazette writes that the committee had no treasurer in this month."; quote: "In July 2024, it had no treasurer"`,
			`claims: nature: statement; says: "The Gazette quotes Jane Doe as saying that she will not give again."; quote: "I won’t give again"; by: jane-doe`,
			`claims: nature: denial; says: "A spokesman for Roe’s campaign denies, the Gazette writes, that it knew of the ads."; quote: "denied any knowledge of the ads"; by: roe-team`,
			`claims: nature: denial; says: "Mary Poe, a lawyer for the fund, disputes this, according to the Gazette."; quote: "disputed the account"; by: mary-poe`,
			`claims: nature: allegation; says: "According to a complaint that the Gazette has seen, Doe may have been a straw donor."; quote: "may have been a straw donor"; by: a complaint`,
			`claims: nature: reported-fact; says: "The Gazette writes that the fund never registered."; quote: "never registered with the commission"`,
			`claims: nature: reported-fact; says: "The Gazette writes that Elm PAC and the campaign share an office; whether that is coordination it does not discuss."; quote: "share an office"`,
			`claims: nature: outlet-remark; says: "The Gazette remarks, in its own voice, that the law is unlikely to be enforced."; quote: "unlikely to be enforced"`,
			`claims: nature: analysis; says: "Experts whom the Gazette does not name hold that the gift could be unlawful."; quote: "could be unlawful"; by: experts whom the Gazette does not name`,
			`claims: nature: analysis; says: "The Gazette writes that the ban has no effect on parties."; quote: "has no effect on the parties"`,
			`claims: nature: reported-fact; says: "The Gazette writes that Roe was in Washington and New York in that week."; quote: "in Washington and New York"; states: [WA, NY]`,
			`claims: nature: intention; says: "Roe has said, according to the Gazette, that he would return the money if asked."; quote: "would return the money if asked"; by: john-roe`,
			`claims: nature: statement; says: "The Gazette reports that Doe called the rules a joke."; quote: "a joke"; by: jane-doe`,
			`claims: nature: statement; says: "In the words of Mary Poe, whom the Gazette cites, nothing was hidden."; quote: "Nothing was hidden"; by: mary-poe`,
			`claims: nature: reported-fact; says: "The Gazette writes that nobody at the fund answered its questions."; quote: "did not respond to questions"`,
			`claims: nature: ruling; says: "The Gazette writes that the court dismissed the case against Elm PAC."; quote: "threw out the case"`,
			`claims: nature: reported-fact; says: "The Gazette says it could not find who runs the account."; quote: "could not determine who runs the account"`,
			`claims: nature: reported-fact; says: "The Post, as quoted in the Gazette, describes the ads as misleading."; quote: "misleading, the Post found"; by: post`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: john-roe; says: "The Gazette writes that Doe and her family gave John Roe this over two years."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: [jane-doe, elm-pac]; to: roe-team; says: "The Gazette writes that Doe and Elm PAC together gave John Roe’s campaign this."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "The Gazette, which reviewed the filings, writes that Elm PAC has taken this from Doe, its only donor."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: payment; from: oak-fund; to: mary-poe; says: "The Gazette writes that the Oak Fund hired the lawyer Mary Poe for this sum."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: wages; from: elm-pac; to: its canvassers; says: "The Gazette reports what Elm PAC pays its canvassers."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: fine; from: elm-pac; says: "The Gazette writes that a court fined Elm PAC, which accepted a gift from Doe, this sum."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: general; says: "The Gazette puts the cost of the race in Ohio at this."; quote: "5 million dollars"; states: [OH]`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: "The Gazette writes that this was Doe’s second gift to the Oak Fund."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: ad-spending; from: roe-team; says: "The Gazette writes that John Roe’s campaign bought ads for this sum, and that Elm PAC paid for others."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: ads-sold; to: post; says: "The Gazette writes that the Morning Post sold ads in favour of John Roe for this."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: an unnamed donor; to: elm-pac; says: "The Gazette writes that Elm PAC got this from a donor who is not named."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: payment-promised; from: jane-doe; to: anyone who signs; says: "The Gazette writes that Doe would pay this to anyone who signs."; quote: "would pay 5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "Doe denies, the Gazette writes, that she gave Elm PAC this."; quote: "denies giving 5 million dollars"; quote_read: "denies giving 5 million dollars"; by: jane-doe`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: roe-team; via: elm-pac; says: "The Gazette writes that Doe gave this to Roe’s campaign by way of Elm PAC."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: independent-expenditure; from: elm-pac; for: john-roe; says: "The Gazette writes that Elm PAC spent this on Roe’s side."; quote: "spent 5 million dollars"`,
			`amounts: amount: 5 million USD; flow: independent-expenditure; from: elm-pac; for: john-roe; says: "The Gazette writes that Elm PAC spent this."; quote: "spent 5 million dollars supporting Roe and attacking Poe"`,
			`amounts: amount: 5 million USD; flow: independent-expenditure; from: elm-pac; against: Proposition 9; says: "The Gazette writes that Elm PAC spent this against Proposition 9."; quote: "spent 5 million dollars"`,
			`claims: nature: statement; says: "Poe, who speaks for the fund, tells the Gazette that its donors are known to the commission."; quote: "The commission knows who they are"; by: mary-poe`,
			`claims: nature: reported-fact; says: "The Gazette writes that Roe’s campaign has not answered."; quote: "has yet to answer"`,
			`claims: nature: reported-fact; says: "The Gazette reports that two former employees left the fund over the gift."; quote: "left over the gift"`,
			`claims: nature: party-argument; says: "Elm PAC argues, the Gazette writes, that the rule does not apply to it."; quote: "does not apply"; by: elm-pac`,
			`claims: nature: reported-fact; says: "According to the Gazette, the committee was set up in Delaware."; quote: "set up in Delaware"; states: [DE]`,
			`claims: nature: outlet-remark; says: "The Gazette calls the defence weak."; quote: "a thin defence"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the committee spent nothing before the primary."; quote: "spent nothing before the primary"`,
			`claims: nature: analysis; says: "A professor cited by the Gazette expects no change."; quote: "I don’t expect that to change"; by: a professor`,
			`claims: nature: reported-fact; says: "The Gazette writes that both parties asked for a delay, without giving a reason."; quote: "Both parties asked for more time"`,
			`claims: nature: statement; says: "The Gazette writes that the fund said so."; quote: "we said so"`,
			`claims: nature: statement; says: "The Gazette writes that Roe’s campaign asked whether it was lawful."; quote: "asked if it was lawful"`,
			`claims: nature: intention; says: "Doe promises to pay, the Gazette writes."; quote: "said she would pay"; by: jane-doe`,
			`amounts: amount: 5 million USD; flow: contribution; from: unnamed donors; says: "The Gazette writes that this was given."; quote: "5 million dollars"`,
			`claims: nature: statement; says: "The Herald and the Morning Post, both cited by the Gazette, give other figures."; quote: "other figures"; by: [herald, post]`,
			`dates: date: 2024-07; says: "The Gazette writes that Roe lost the primary in this month."; quote: "lost in July 2024"`,
			`dates: date: 2024-07; says: "The Gazette writes that the commission, which had not met before, met in this month."; quote: "met in July 2024"`,
			`dates: date: 2024-07; says: "The Gazette writes that the case was dismissed in this month."; quote: "In July 2024"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: "The Gazette writes that Jane Doe, who knows Roe, gave this to the Oak Fund, which Mary Poe heads."; quote: "5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: elm-pac; says: "The Gazette writes of Elm PAC, to which a gift of this size came, and which got it from Doe."; quote: "5 million dollars from Doe to Elm PAC"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; says: "The Gazette writes that Doe never gave this."; quote: "Doe never gave 5 million dollars"; quote_read: "never gave 5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: roe-team; says: "The Gazette writes that Doe wrote Roe’s campaign a check of this size."; quote: "a check for 5 million dollars"`,
			`claims: nature: statement; says: "A spokeswoman for Elm PAC told the Gazette that its books are in order."; quote: "our books are in order"; by: elm-pac`,
			`claims: nature: statement; says: "Roe’s lawyers argue, the Gazette writes, that the rule is old."; quote: "the rule is old"; by: Roe’s lawyers`,
			`claims: nature: statement; says: "Doe says, the Gazette writes, that Roe says the same."; quote: "he says so too"; by: jane-doe`,
			`claims: nature: reported-fact; says: "The Gazette cites Doe as one of the donors."; quote: "such as Doe"`,
			`claims: nature: reported-fact; says: "The Gazette writes that Roe announced a rally."; quote: "announced a rally"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the fund is a nonprofit and lacks money."; quote: "a non-profit organization that has no money"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the ads ran not only in Ohio."; quote: "not only in Ohio"; states: [OH]`,
		},
		"fr": {
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: oak-fund; says: "The Gazette writes that Jane Doe gave this to the Oak Fund."; quote: "Jane Doe a versé 5 millions de dollars au Fonds du chêne"; translation: "Jane Doe paid 5 million dollars to the Oak Fund"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: roe-team; says: "The Gazette writes that Roe’s campaign received this from Doe."; quote: "5 millions de dollars versés par Jane Doe à la campagne de Roe"; translation: "5 million dollars paid by Jane Doe to Roe’s campaign"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; says: "The Gazette writes that Doe has not hesitated to give this."; quote: "n’a pas hésité à donner 5 millions de dollars"; translation: "did not hesitate to give 5 million dollars"`,
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; says: "The Gazette writes that Doe, without whom the fund would not exist, gave this."; quote: "5 millions de dollars"; translation: "5 million dollars"; also:\n      - quote: "sans qui le fonds n’existerait pas"\n        translation: "without whom the fund would not exist"\n        at: P2`,
			`claims: nature: reported-fact; says: "The Gazette writes that no ad named a candidate."; quote: "aucune publicité ne nommait de candidat"; translation: "no ad named a candidate"`,
			`claims: nature: denial; says: "Roe, the Gazette writes, denies any agreement."; quote: "dément tout accord"; translation: "denies any agreement"; by: john-roe`,
			`claims: nature: reported-fact; says: "The Gazette writes that the fund refused to answer."; quote: "n’a pas souhaité répondre"; translation: "did not wish to answer"`,
			`claims: nature: hypothesis; says: "The Gazette writes that the gift might be examined by the commission."; quote: "pourrait être examiné par la commission"; translation: "could be examined by the commission"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the ads ran in Georgia and North Carolina."; quote: "en Géorgie et en Caroline du Nord"; translation: "in Georgia and North Carolina"; states: [GA, NC]`,
			`claims: nature: reported-fact; says: "The Gazette writes that it was Doe, and not the fund, who paid."; quote: "c’est Doe, et non le fonds, qui a payé"; translation: "it was Doe, and not the fund, who paid"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the committee can no longer accept gifts."; quote: "ne peut plus recevoir de dons"; translation: "can no longer receive gifts"`,
			`claims: nature: reported-fact; says: "The Gazette writes that Doe is more generous than ever."; quote: "plus généreuse que jamais"; translation: "more generous than ever"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the rule is doubtless old."; quote: "sans doute ancienne"; translation: "doubtless old"`,
			`claims: nature: reported-fact; says: "The Gazette writes that the account belongs to nobody."; quote: "n’appartient à personne"; translation: "belongs to nobody"`,
			`claims: nature: reported-fact; says: "The Gazette writes that Roe took a first step."; quote: "un premier pas"; translation: "a first step"`,
			`claims: nature: allegation; says: "According to the Herald, cited by the Gazette, the donor allegedly acted for another."; quote: "aurait agi pour un autre"; translation: "is said to have acted for another"; by: herald`,
			`claims: nature: reported-fact; says: "The Gazette writes that the fund has only three donors."; quote: "ne compte que trois donateurs"; translation: "has only three donors"`,
		},
	} {
		for i := range reports {
			reports[i] = strings.ReplaceAll(reports[i], `\n`, "\n")
		}
		for _, r := range reports {
			if diff := cmp.Diff([]string(nil), statementsOf(t, lang, r)); diff != "" {
				t.Errorf("%s\n%s", r, diff)
			}
		}
	}
}

// What a report states besides its figure, and neither its sentence nor a quote says.
func TestStatementsRefused(t *testing.T) {
	gift := func(lines string) string {
		return "amounts: amount: 5 million USD; flow: contribution; quote: \"5 million dollars\"; " + lines
	}
	claim := func(lines string) string { return "claims: nature: reported-fact; " + lines }
	for _, tt := range []struct {
		desc, lang, give, want string
	}{
		{"a payer who is not named", "en", gift(`from: john-roe; says: The Gazette writes that Doe gave this.`), `E140 "john-roe" pays, and neither the sentence nor a quote names John Roe`},
		{"a payee who is not named", "en", gift(`from: jane-doe; to: elm-pac; says: The Gazette writes that Doe gave this.`), `E140 "elm-pac" is paid, and neither the sentence nor a quote names Elm PAC`},
		{"one who owns what is paid", "en", gift(`from: jane-doe; to: john-roe; says: The Gazette writes that Doe gave this to Roe’s campaign.`), `E140 "john-roe" is paid, and neither the sentence nor a quote names John Roe`},
		{"one whom it is about", "en", gift(`from: elm-pac; to: john-roe; says: The Gazette writes that Elm PAC spent this in support of Roe.`), `E140 "john-roe" is paid, and neither the sentence nor a quote names John Roe`},
		{"one who is not named, as the sentence says", "en", gift(`from: jane-doe; says: The Gazette writes of this gift without naming Doe.`), `E140 "jane-doe" pays, and neither the sentence nor a quote names Jane Doe`},
		{"words for somebody else", "en", gift(`from: two bankers; says: The Gazette writes that two brewers gave this.`), `E140 neither the sentence nor a translation speaks of “two bankers”`},
		{"a name in words", "en", gift(`from: friends of Jane Doe; says: The Gazette writes that friends of Mary Poe gave this.`), `E140 neither the sentence nor a quote names Jane Doe`},
		{"a man of the same name", "en", gift(`from: jane-doe; says: The Gazette writes that Jane Smith gave this.`), `E140 "jane-doe" pays, and neither the sentence nor a quote names Jane Doe`},
		{"a conduit that is not named", "en", gift(`from: jane-doe; via: elm-pac; says: The Gazette writes that Doe gave this.`), `E140 "elm-pac" passes it on, and neither the sentence nor a quote names Elm PAC`},
		{"a side that is not named", "en", gift(`from: elm-pac; for: john-roe; says: The Gazette writes that Elm PAC spent this.`), `E140 "john-roe" is supported, and neither the sentence nor a quote names John Roe`},
		{"a seller as a side", "en", gift(`to: elm-pac; for: elm-pac; says: The Gazette writes that Elm PAC was paid this for ads on Roe.`), `E140 "elm-pac" is supported, and neither the sentence nor a quote names Elm PAC`},
		{"a question that is not named", "en", gift(`from: elm-pac; against: Proposition 9; says: The Gazette writes that Elm PAC spent this.`), `E140 neither the sentence nor a translation speaks of “Proposition 9”`},
		{"for, where the sentence says against", "en", gift(`from: elm-pac; for: john-roe; says: The Gazette writes that Elm PAC spent this against John Roe.`), `E141 the sentence says “against”, and this is "for"`},
		{
			"against, where the quote says for", "fr",
			`amounts: amount: 5 million USD; flow: ad-spending; from: elm-pac; against: john-roe; says: The Gazette writes of ads of Elm PAC on John Roe.; quote: "5 millions de dollars en faveur de Roe"; translation: "5 million dollars of ads on Roe"`,
			`E141 a quote says “en faveur de”, and this is "against"`,
		},
		{"payer and payee swapped", "en", gift(`from: elm-pac; to: jane-doe; says: The Gazette writes that Jane Doe gave Elm PAC this.`), `E141 the sentence says that Elm PAC is paid`},
		{"swapped in the passive", "en", gift(`from: elm-pac; to: jane-doe; says: The Gazette writes that this was paid to Elm PAC by Jane Doe.`), `E141 the sentence says that Elm PAC is paid`},
		{"swapped, of what is received", "en", gift(`from: elm-pac; to: jane-doe; says: The Gazette writes that Elm PAC received this from Jane Doe.`), `E141 the sentence says that Elm PAC is paid`},
		{"another payer than that of the verb", "en", gift(`from: john-roe; says: The Gazette writes that this was promised by Doe for a debate with John Roe.`), `E141 the sentence says that Jane Doe pays, not John Roe`},
		{"no payer where the verb has one", "en", gift(`says: The Gazette writes that Doe has already given this.`), `E141 the sentence says that Jane Doe pays, and there is no "from"`},
		{
			"swapped in a French quote", "fr",
			`amounts: amount: 5 million USD; flow: contribution; from: elm-pac; to: jane-doe; says: The Gazette writes of this gift.; quote: "5 millions de dollars versés par Jane Doe à Elm PAC"; translation: "5 million dollars from Jane Doe for Elm PAC"`,
			`E141 a quote says that Elm PAC is paid`,
		},
		{"another source than the sentence cites", "en", claim(`says: "According to the Herald, cited by the Gazette, it is new, as the Post has it."; quote: "new"; by: post`), `E142 the sentence cites The Herald, and "by" gives Morning Post`},
		{"a source that is left out", "en", claim(`says: "According to the Herald, cited by the Gazette, it is new."; quote: "new"`), `E142 the sentence cites The Herald, and there is no "by"`},
		{"cited by another outlet", "en", claim(`says: "According to the Post, cited by the Herald, it is new."; quote: "new"; by: post`), `E142 the sentence cites The Herald, and "by" gives Morning Post`},
		{"told by another outlet", "en", claim(`says: The Herald writes that it is new.; quote: "new"`), `E142 the sentence says what The Herald says, and there is no "by"`},
		{"another speaker", "en", claim(`says: The Gazette reports that Doe said that John Roe is new.; quote: "new"; by: john-roe`), `E142 the sentence says what Jane Doe says, and "by" gives John Roe`},
		{"a source that is not named", "en", claim(`says: The Gazette writes that it is new.; quote: "new"; by: herald`), `E140 "herald" is cited, and neither the sentence nor a quote names The Herald`},
		{"a voice of nobody", "en", claim(`says: The Gazette writes that it is new.; quote: "new"; voice: cited`), `E142 "voice" is "cited", and there is no "by"`},
		{"the article’s own voice, and a source", "en", claim(`says: "The Herald, cited by the Gazette, finds it new."; quote: "new"; by: herald; voice: own`), `E142 "voice" is "own", and "by" gives The Herald`},
		{"nothing unclear", "en", claim(`says: "According to the Herald, cited by the Gazette, it is new."; quote: "new"; by: herald; voice: unclear`), `E142 "voice" is "unclear", and the sentence leaves nothing open`},
		{"something unclear", "en", claim(`says: "The Gazette writes that it is new; whether the Herald, cited before, says so is unclear."; quote: "new"; by: herald`), `E142 the sentence or "by" leaves open who says it, and "voice" does not`},
		{"a state that is not named", "en", claim(`says: The Gazette writes of ads in Ohio.; quote: "ads in Ohio"; states: [OH, NV]`), `E143 neither the sentence nor a quote names Nevada`},
		{"West Virginia is not Virginia", "en", claim(`says: The Gazette writes of ads in West Virginia.; quote: "ads"; states: [WV, VA]`), `E143 neither the sentence nor a quote names Virginia`},
		{"the head of who pays", "en", gift(`from: jane-doe; says: "The Gazette writes that the Oak Fund, which Doe heads, put this up."`), `E140 "jane-doe" pays, and Jane Doe is named only in a remark on somebody else`},
		{"one who gave nothing", "en", gift(`from: [jane-doe, mary-poe]; says: The Gazette writes that Doe and Roe gave this and that Mary Poe gave nothing.`), `E140 "mary-poe" pays, and neither the sentence nor a quote names Mary Poe`},
		{"one who is supported", "en", gift(`from: oak-fund; to: mary-poe; says: The Gazette writes that the Oak Fund spent this to support Mary Poe.`), `E140 "mary-poe" is paid, and neither the sentence nor a quote names Mary Poe`},
		{"swapped, of a check", "en", gift(`from: oak-fund; to: jane-doe; says: The Gazette writes that Doe cut the Oak Fund a check of this size.`), `E141 the sentence says that The Oak Fund is paid`},
		{"swapped, of a debt", "en", gift(`from: john-roe; to: jane-doe; says: The Gazette writes that Doe owes Roe this.`), `E141 the sentence says that John Roe is paid`},
		{
			"swapped in a quote without a verb", "en",
			`amounts: amount: 5 million USD; flow: contribution; from: elm-pac; to: jane-doe; says: The Gazette writes of this gift.; quote: "$5 million from Doe to Elm PAC"`,
			`E141 a quote says that Elm PAC is paid`,
		},
		{"a speaker in what the outlet writes", "en", claim(`says: The Gazette writes that Roe says that it is new.; quote: "new"`), `E142 the sentence says what John Roe says, and there is no "by"`},
		{"per somebody", "en", claim(`says: "Per Roe, it is new."; quote: "new"`), `E142 the sentence cites John Roe, and there is no "by"`},
		{"a remark on who says it", "en", claim(`says: "It is new, Roe insists."; quote: "new"`), `E142 the sentence says what John Roe says, and there is no "by"`},
		{"as somebody has it", "en", claim(`says: "It is new, as Roe has it."; quote: "new"`), `E142 the sentence cites John Roe, and there is no "by"`},
		{"somebody’s lawyers", "en", claim(`says: Roe’s lawyers argue that it is new.; quote: "new"`), `E142 the sentence says what somebody says who belongs to John Roe or speaks for them, and there is no "by"`},
		{"a filing", "en", claim(`says: "The Gazette cites a filing by the Oak Fund, which is new."; quote: "new"`), `E142 the sentence cites The Oak Fund, and there is no "by"`},
		{"a spokesman is not who he speaks for", "en", claim(`says: A spokesman for Doe told the Gazette that it is new.; quote: "new"; by: jane-doe`), `E140 "jane-doe" is cited, and only somebody who speaks for Jane Doe is named`},
		{"a newspaper of the name of a state", "en", claim(`says: The Gazette writes that the New York Times saw Doe in Ohio.; quote: "in Ohio"; states: [OH, NY]`), `E143 neither the sentence nor a quote names New York`},
		{"a state that is left out", "en", claim(`says: The Gazette writes of ads everywhere but Ohio.; quote: "everywhere but Ohio"; states: [OH]`), `E143 Ohio is named only as a state that is left out`},
		{
			"swapped in the translation", "fr",
			claim(`says: The Gazette writes of Doe and Roe.; quote: "Jane Doe a payé John Roe"; translation: "John Roe paid Jane Doe"`),
			`E145 the quote says that Jane Doe pays, the translation that it is the other way round`,
		},
		{"a figure in words", "fr", claim(`says: The Gazette writes of voters.; quote: "trois électeurs"; translation: "four voters"`), `E145 the quote says “trois électeurs”, the translation “four voters”`},
		{
			"a doubt beside words that were read", "en",
			`amounts: amount: 5 million USD; flow: contribution; from: jane-doe; says: The Gazette writes that Doe gave this.; quote: "Doe may have given a plonky $5 million"; quote_read: "plonky $5 million"`,
			`W022 the quote doubts or sets a condition (“may”), and the sentence does not`,
		},
		{"a negation that the translation lacks", "fr", claim(`says: The Gazette writes that it is not new.; quote: "n’est pas nouveau"; translation: "is new"`), `E145 the quote has a negation (“pas”), the translation has none`},
		{"a negation that the quote lacks", "fr", claim(`says: The Gazette writes that it is new.; quote: "est nouveau"; translation: "isn’t new"`), `E145 the translation has a negation (“isn't”), the quote has none`},
		{"a doubt that the translation lacks", "fr", claim(`says: The Gazette writes that it would be new.; quote: "serait nouveau"; translation: "is new"`), `E145 the quote has a doubt or a condition (“serait”), the translation has none`},
		{"a denial turned round", "fr", claim(`says: The Gazette writes that Roe rejects it.; quote: "rejette"; translation: "accepts"`), `E145 the quote has a denial (“rejette”), the translation has none`},
		{"an opposite", "fr", claim(`says: The Gazette writes that it is an ally.; quote: "son alliée"; translation: "its enemy"`), `E145 the quote has “alliée”, the translation “enemy”`},
		{"another name", "fr", claim(`says: The Gazette writes of Doe.; quote: "Jane Doe"; translation: "John Roe"`), `E145 the quote names Jane Doe, the translation does not`},
		{"another state", "fr", claim(`says: The Gazette writes of ads in Georgia.; quote: "en Géorgie"; translation: "in Florida"; states: [GA]`), `E145 the quote names Georgia, the translation does not`},
		{"another figure", "fr", claim(`says: The Gazette writes of a list.; quote: "une liste de 33 noms"; translation: "a list of 34 names"`), `E145 the quote says “33 noms”, the translation “34 names”`},
		{"a sentence that denies", "en", claim(`says: The Gazette writes that the fund did not register.; quote: "has registered"`), `W022 the sentence says “not”, and no quote denies anything`},
		{"an outlet that denies", "en", claim(`says: The Gazette denies that the fund registered.; quote: "has registered"`), `W022 the sentence says “denies”, and no quote denies anything`},
		{"a sentence that does not deny", "en", claim(`says: The Gazette writes that the fund has registered.; quote: "never registered"`), `W022 the quote says “never”, and the sentence denies nothing`},
		{"a sentence that does not doubt", "en", claim(`says: The Gazette writes that the fund is new.; quote: "allegedly new"`), `W022 the quote doubts or sets a condition (“allegedly”), and the sentence does not`},
		{"a sentence that doubts", "en", claim(`says: The Gazette writes that the fund is allegedly new.; quote: "is new"`), `W022 the sentence doubts (“allegedly”), and no quote does`},
		{"a denial denied", "en", claim(`says: The Gazette writes that Roe never rejected the offer.; quote: "rejected the offer"`), `W022 the sentence denies what a quote denies already`},
		{"an opposite in the sentence", "en", claim(`says: The Gazette writes that the court calls it legal.; quote: "illegal"`), `W022 a quote says “illegal”, the sentence “legal”`},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff([]string{tt.want}, statementsOf(t, tt.lang, tt.give)); diff != "" {
				t.Error(diff)
			}
			answered := statementsOf(t, tt.lang, tt.give+"; stands_because: It stands all the same.")
			if diff := cmp.Diff([]string(nil), answered); diff != "" {
				t.Errorf("answered: %s", diff)
			}
		})
	}
}

// Two of one name are both named by it; by their surname, neither is.
func TestNamesakes(t *testing.T) {
	people["people/jane-doe-senior"] = "title: Jane Doe\nsummary: Her mother."
	defer delete(people, "people/jane-doe-senior")
	report := func(id, name string) string {
		return "amounts: amount: 5 million USD; flow: contribution; from: " + id + "; says: The Gazette writes that " + name + " gave this.; quote: \"5 million dollars\""
	}
	for _, id := range []string{"jane-doe", "jane-doe-senior"} {
		if diff := cmp.Diff([]string(nil), statementsOf(t, "en", report(id, "Jane Doe"))); diff != "" {
			t.Error(diff)
		}
		want := []string{`E140 "` + id + `" pays, and neither the sentence nor a quote names Jane Doe`}
		if diff := cmp.Diff(want, statementsOf(t, "en", report(id, "Doe"))); diff != "" {
			t.Error(diff)
		}
	}
	// Which of them gives, only a link says.
	for _, tt := range []struct {
		to, says string
		want     []string
	}{
		{"jane-doe-senior", "Jane Doe gave this to a woman called Jane Doe", nil},
		{"jane-doe-senior", "[[jane-doe]] gave this to [[jane-doe-senior]]", nil},
		{"oak-fund", "[[jane-doe]] gave this to the Oak Fund", nil},
		{"oak-fund", "[[jane-doe-senior]] gave this to the Oak Fund", []string{`E140 "jane-doe" pays, and neither the sentence nor a quote names Jane Doe`}},
	} {
		gift := "amounts: amount: 5 million USD; flow: contribution; from: jane-doe; to: " + tt.to + "; says: The Gazette writes that " + tt.says + ".; quote: \"5 million dollars\""
		if diff := cmp.Diff(tt.want, statementsOf(t, "en", gift)); diff != "" {
			t.Errorf("%s: %s", tt.says, diff)
		}
	}
}
