package view

// Stamp is the status of a legal question.
type Stamp struct {
	Icon  string // which of the shapes of stamp.html
	Label string
}

// stampIcons are the shapes of the statuses. A shape never stands alone: the
// words beside it say what it means.
var stampIcons = map[string]string{
	"question-raised":      "raised",
	"not-raised-by-source": "not-raised",
	"background-law":       "background",
	"alleged":              "alleged",
	"argued-by-party":      "alleged",
	"charges-denied":       "alleged",
	"pending":              "pending",
	"warning-issued":       "alleged",
	"injunction-denied":    "refused",
	"review-denied":        "refused",
	"sanction-paid":        "paid",
	"affirmed":             "decided",
	"decided":              "decided",
	"dismissed":            "decided",
	"closed-no-action":     "decided",
}

func (w words) stamp(status string) Stamp {
	return Stamp{stampIcons[status], w.t("status." + status)}
}
