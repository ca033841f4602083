package archive

import "strings"

// The states by how often articles are about them: an article draws its states
// with the weight 1/rank, so a few of them have very long pages.
var states = func() []State {
	var out []State
	for line := range strings.Lines(`PA Pennsylvania
MI Michigan
WI Wisconsin
GA Georgia
AZ Arizona
NV Nevada
NC North Carolina
FL Florida
TX Texas
OH Ohio
VA Virginia
MN Minnesota
NH New Hampshire
CA California
NY New York
CO Colorado
IL Illinois
NJ New Jersey
MT Montana
ME Maine
NM New Mexico
IA Iowa
MA Massachusetts
MD Maryland
MO Missouri
TN Tennessee
IN Indiana
SC South Carolina
OR Oregon
CT Connecticut
AL Alabama
LA Louisiana
KY Kentucky
OK Oklahoma
UT Utah
KS Kansas
NE Nebraska
AR Arkansas
MS Mississippi
ID Idaho
HI Hawaii
WV West Virginia
DE Delaware
RI Rhode Island
AK Alaska
VT Vermont
SD South Dakota
ND North Dakota
WY Wyoming
WA Washington
`) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		out = append(out, State{code, name})
	}
	return out
}()

// Names are put together of parts that no place or person has.
var (
	nameStarts = strings.Fields("Alver Brind Cald Dorrin Elmer Farro Gresh Hollin Ister Jarro Kelbin Lorra Mossin Nettle Orrin Pelder Quarl Rothen Selwin Tarrin")
	nameEnds   = strings.Fields("beck combe dell fold garth holt latch mere nish oak pell quist rand stow thorpe")
	givenNames = strings.Fields("Abri Benno Cosmin Dilla Evert Fenja Gorm Hanne Ilka Jorin Kersti Lumi Mirek Nele Odd Pelle Runa Sverre Tilde Ulla")
	groupFirst = strings.Fields("Bright Cedar Civic Common Corner Delta Forward Harvest Hillside Maple Meadow Northern Orchard River Square Union")
	groupWhat  = strings.Fields("Ballot Choice Citizens Community Future Households Progress Neighbors Renewal Township Voices Workers")
	groupKinds = []string{"Action", "Alliance", "Association", "Committee", "Council", "Fund", "League", "Network"}
	publishers = []string{"Harbor Post", "Ledger Review", "Morning Docket", "Open Filing", "Plains Herald", "Session Report", "Statehouse Note", "Valley Gazette"}
)

var topics = []string{
	"Ad disclaimers", "Bundled donations", "Coordination between committees", "Corporate gifts", "Donor disclosure", "Foreign money",
	"Gift cards for voters", "Inaugural giving", "Independent spending", "Joint fundraising", "Late reports", "Leadership funds",
	"Matching grants", "Petition rewards", "Small donors", "Straw donors", "Transfers to a party", "Unnamed donors",
}

var angles = []string{
	"after the %s ruling", "and the %s complaint", "before the %s hearing", "in the %s files", "since the %s settlement",
	"under the %s rule", "what the %s report shows", "why the %s appeal matters",
}

var (
	questionStarts = []string{"Does the law forbid", "How far may a group take", "Is it lawful to offer", "Must a committee report", "When may a court stop", "Who may sue over", "Who pays for"}
	questionEnds   = []string{
		"ads that name no sponsor", "gifts through a company", "help from a contractor", "loans to a campaign", "payments for a signature",
		"prizes for voters", "shared lists of donors", "spending from outside a state", "transfers between allies",
	}
	statuses = strings.Fields("question-raised argued-by-party pending decided")
)

var eventTitles = []string{
	"An ad buy is reserved", "An amended report is filed", "An opinion is asked for", "The complaint is filed", "The court hears both sides",
	"The group registers", "The quarterly report is filed", "The request for an injunction is denied", "The settlement is announced", "The subpoena is issued",
}

var headings = []string{
	"How it was reported", "Open points", "What both sides say", "What the filings show", "What the rules require", "What was paid",
	"Where the money went", "Who gave",
}

// In sentences and links, {org}, {person}, {state}, {money}, {day} and {link}
// are filled in. No sentence has another figure, date or state, which would have to
// be a fact of the article.
var sentences = []string{
	"According to the report, {org} took in {money}, nearly all of it from a handful of donors.",
	"The filing for {state} lists {money} that went to a firm at the same address as {org}.",
	"{person} called the payment routine and said that every gift had been itemized.",
	"The commission has **not** decided the matter, and its lawyers do not comment on open cases.",
	"In the view of {org}, the statute covers only what is given *in return for* a vote.",
	"Under this reading a committee could pass on {money} without naming who gave it.",
	"An amended report of {day} moves {money} from one line to the next.",
	"It is an estimate, since the books for the period had not been closed.",
	"Critics in {state} speak of a loophole, and the authors of the law of a clear rule.",
	"From there {money} went on to {org}, which paid for letters, videos and visits at the door.",
	"The judges asked whether viewers can learn from so short a notice who paid for what they see.",
	"No record that was read for this summary shows that {person} had agreed beforehand.",
	"The form has the code `SB21B` for running costs, which is why the tables do not add up to the same sum.",
	"The deadline in {state} is an earlier one, so the same gift appears in two reports.",
	"Should the court agree, committees in {state} may have to give {money} back.",
	"A speaker for {org} said that it *keeps to every rule* and that the complaint would fail.",
	"The treasurer, {person}, signed the report and later its amendment.",
	"Researchers found {money} in reserved airtime for {state} alone.",
}

var linkSentences = []string{
	"How this came about is told in {link}.",
	"Some of the donors return in {link}, for another race.",
	"More on this stands under {link}.",
	"The commission reads it as in {link}, which it cites.",
	"What is counted under {link} is left out here.",
	"In the end, the records lead to {link}.",
}

var quotations = []string{
	"Every line of the report was filed when it was due, and every question will be answered.",
	"Who cannot read a disclosure has been told nothing by it.",
	"The law is what the legislature wrote, and only the legislature can mend it.",
}

var qualifiers = []string{"", "", "about ", "at least ", "up to "}
