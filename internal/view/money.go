package view

// MoneyPage follows the money: who gives, through what, to whom, for what.
type MoneyPage struct {
	WithText
}

func moneyPage(on *page) Data {
	return &MoneyPage{on.withText("money", on.t("nav.money"), on.t("money.description"))}
}
