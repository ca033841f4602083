package diag

// aboutMoney explains what is wrong in payments and in what is none.
var aboutMoney = []Explanation{
	{
		Code: StateWithoutDay, Title: "a state without a day",
		Text: "The flow is of the kind “state”: what somebody has or owes, such as cash on hand or debts. It means " +
			"something only on a day, since it is another sum on the next. Give that day as “date”. If all that is known " +
			"is a month or “to date”, it may be that the source tells of payments; then the flow is of another kind.",
		Wrong: `amount: 3 million EUR
flow: cash-on-hand
date: 2024-06`,
		Right: `amount: 3 million EUR
flow: cash-on-hand
date: 2024-06-30`,
	},
	{
		Code: ForAndAgainst, Title: "spent for and against the same",
		Text: "“for” and “against” of one report name the same person, organization or words. Money is spent to support " +
			"somebody or to oppose them; if the article speaks of both, those are two amounts.",
		Wrong: `for: rick-roe
against: rick-roe`,
		Right: `against: rick-roe`,
	},
	{
		Code: PaidAgainst, Title: "paid to whom it is spent against",
		Text: "What is spent against somebody is never received by them. “to” is who gets the money: the seller of the " +
			"advertisements, or nobody that the article names; then leave the key out.",
		Wrong: `to: rick-roe
against: rick-roe`,
		Right: `against: rick-roe`,
	},
	{
		Code: NothingReplaced, Title: "a figure that replaces none",
		Text: "“supersedes” names the article whose report of the same fact this one replaces, or the fact whose figure it " +
			"replaces. The article named does not report this fact, or the fact has no other amount. Mend the id; where the " +
			"earlier figure is in no article of this site, there is nothing to mark, and the key is left out.",
		Wrong: `fact: alpha-raised
supersedes: a-story-on-something-else`,
		Right: `fact: alpha-raised
supersedes: paper-2024-11-01`,
	},
	{
		Code: ReplacesLater, Title: "a figure that replaces a later one",
		Text: "“supersedes” stands in the report of the amended figure, which is the later one. Here the report that it names " +
			"was published after this one. Write the key into that report, or mend the day of publication. The same key of a later " +
			"development names those of earlier dates of which the figure is a part of its own.",
		Wrong: `# in the article of 1 November
supersedes: paper-2024-12-01`,
		Right: `# in the article of 1 December
supersedes: paper-2024-11-01`,
	},
	{
		Code: ReplaceCircle, Title: "figures that replace each other",
		Text: "Two reports of one day each say that they supersede the other, at once or by way of others, so none of them " +
			"would count. Only the amended figure supersedes the other.",
		Wrong: `# in both articles
supersedes: alpha-raised`,
		Right: `# in the article with the amended figure
supersedes: alpha-raised`,
	},
	{
		Code: RefundExceeds, Title: "a refund above its gift",
		Text: "“refunds” names the fact whose money is given back, and more is given back than that fact can be, whichever of " +
			"its reports are true; or all refunds of it together come to more. One of the figures is wrong, or the refund is " +
			"of another gift, too; then what is given back of each is an amount of its own.",
		Wrong: `# the gift is 2 million EUR
amount: 3 million EUR
refunds: doe-gift`,
		Right: `amount: 500,000 EUR
refunds: doe-gift`,
	},
	{
		Code: RefundOfRefund, Title: "a refund of a refund",
		Text: "“refunds” names the fact itself, or one that is a refund. A refund gives back what somebody gave. If money went " +
			"to and fro, name the gift that it all began with.",
		Wrong: `fact: doe-refund
refunds: doe-refund`,
		Right: `fact: doe-refund
refunds: doe-gift`,
	},
	{
		Code: ViaIsParty, Title: "a conduit that pays or is paid",
		Text: "“via” names who passes on what another one gives: a joint fund, a platform, a conduit. Here the same stands under " +
			"“from” or “to”. If the article tells of the gift as a whole, “from” is the giver and “to” the one who gets it in the end. " +
			"If it tells only what the conduit got, or paid, that is a payment without “via”.",
		Wrong: `from: jane-doe
to: joint-fund
via: joint-fund`,
		Right: `from: jane-doe
to: roe-campaign
via: joint-fund`,
	},
	{
		Code: NothingPaid, Title: "a key for payments where nothing is paid",
		Text: "“refunds”, “via”, “for”, “against” and “in_kind” say something of money that goes from one to another: what it " +
			"gives back, by whose way it goes, whom it is spent for, that goods were given in its place. What is counted is not " +
			"paid, and nor is a state, a price or a limit. If goods were given, the amount is what they are worth.",
		Wrong: `amount: 3 flights
in_kind: true`,
		Right: `amount: 60,000 EUR
flow: contribution
in_kind: true`,
	},
	{
		Code: RefundForth, Title: "a refund that goes the way of its gift",
		Text: "What is given back is paid by those who got the gift, to those who gave it: “from” and “to” of a refund are the " +
			"other way round than those of the fact under “refunds”. Here both go the same way. Mend “from” and “to”; or, if it is " +
			"another gift, leave “refunds” out.",
		Wrong: `# the gift is from jane-doe to roe-campaign
from: jane-doe
to: roe-campaign
refunds: doe-gift`,
		Right: `from: roe-campaign
to: jane-doe
refunds: doe-gift`,
	},
}
