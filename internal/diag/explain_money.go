package diag

// aboutMoney explains what is wrong in payments and in what is none.
var aboutMoney = []Explanation{
	{
		Code: StateWithoutDay, Title: "a state without a day",
		Text: "The flow is of the kind “state”: what somebody has or owes, such as cash on hand or debts. It means " +
			"something only on a day, since it is another sum on the next. Give that day as “date”. If all that is known " +
			"is a month or “to date”, it may be that the source tells of payments; then the flow is of another kind.",
		Wrong: `amount: 3 million USD
flow: cash-on-hand
date: 2024-06`,
		Right: `amount: 3 million USD
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
}
