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
}
