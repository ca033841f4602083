package locale

import (
	"strings"

	"receipts/internal/amount"
)

var english = words{
	qualifiers: map[amount.Qualifier]string{
		amount.About: "about", amount.Nearly: "nearly", amount.MoreThan: "more than", amount.ALittleOver: "a little over",
		amount.AtLeast: "at least", amount.LessThan: "less than", amount.UpTo: "up to", amount.Exactly: "exactly",
	},
	some:      "some",
	scales:    map[amount.Scale]string{amount.Million: "million", amount.Billion: "billion"},
	noFigure:  "no figure",
	per:       "per {}",
	of:        "of {}",
	prices:    "in {} prices",
	adjusted:  "adjusted for inflation",
	rangeWord: "{} to {}",
	vague:     englishVague,

	// Signs are those of CLDR for English. Signs that our fonts have no glyph
	// for, such as that of the rupee, are left out, so that the code is written.
	currencies: map[string]currency{
		"AUD": {"A$", plurals("Australian dollar")},
		"BRL": {"R$", plurals("Brazilian real")},
		"CAD": {"CA$", plurals("Canadian dollar")},
		"CHF": {"", plurals("Swiss franc")},
		"CNY": {"CN¥", map[string]string{"other": "Chinese yuan"}},
		"DEM": {"", plurals("German mark")},
		"EUR": {"€", plurals("euro")},
		"FRF": {"", plurals("French franc")},
		"GBP": {"£", plurals("British pound")},
		"HKD": {"HK$", plurals("Hong Kong dollar")},
		"ILS": {"", plurals("Israeli new shekel")},
		"INR": {"", plurals("Indian rupee")},
		"JPY": {"¥", map[string]string{"other": "Japanese yen"}},
		"KRW": {"", map[string]string{"other": "South Korean won"}},
		"MXN": {"MX$", plurals("Mexican peso")},
		"NZD": {"NZ$", plurals("New Zealand dollar")},
		"RUB": {"", plurals("Russian ruble")},
		"SEK": {"", map[string]string{"one": "Swedish krona", "other": "Swedish kronor"}},
		"TWD": {"NT$", plurals("New Taiwan dollar")},
		"UAH": {"", map[string]string{"one": "Ukrainian hryvnia", "other": "Ukrainian hryvnias"}},
		"USD": {"$", plurals("US dollar")},
		"ZAR": {"", map[string]string{"other": "South African rand"}},
	},

	months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	shortMonths: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	seasons:     [4]string{"spring", "summer", "autumn", "winter"},
	about:       "about {}",
	uncertain:   "{} (uncertain)",
	from:        "from {}",
	until:       "until {}",
	between:     "{} to {}",
}

func plurals(one string) map[string]string {
	return map[string]string{"one": one, "other": one + "s"}
}

// englishVague keeps the form as front matter has it, which is English. A form
// that ends in a plural is joined to its noun: "hundreds of employees".
func englishVague(form string) (number, link string) {
	if strings.HasSuffix(form, "s") {
		return form, "of"
	}
	return form, ""
}
