package amount

import (
	"fmt"
	"strconv"
	"strings"

	"receipts/internal/diag"
)

// Money of another time is often told at the prices of one year: "5 million USD in
// 2024 prices". Such a figure is not what was paid, so it has a unit of its own: it is
// compared with money at the same prices only, and is never added.

// Prices says at which prices money is: [Nominal], [Adjusted], or those of a year.
type Prices int16

const (
	// Nominal is money as it was paid.
	Nominal Prices = 0
	// Adjusted is adjusted for inflation, and it is not said to which year.
	Adjusted Prices = -1
)

// The years whose prices are read.
const firstYear, lastYear = 1700, 2099

// PricesOf are those of a year, and false if there is no such year here.
func PricesOf(year string) (Prices, bool) {
	n, err := strconv.Atoi(year)
	return Prices(n), err == nil && len(year) == 4 && n >= firstYear && n <= lastYear
}

// Year is the year whose prices p are, 0 if there is none.
func (p Prices) Year() int { return max(0, int(p)) }

// String returns p as front matter has it behind the currency; "" if nominal.
func (p Prices) String() string {
	switch p {
	case Nominal:
		return ""
	case Adjusted:
		return "adjusted for inflation"
	}
	return fmt.Sprintf("in %d prices", p)
}

// Prices says at which prices q is; [Nominal] for everything that is no money.
func (q Quantity) Prices() Prices { return q.prices }

// Measure is the unit of q with its prices: "USD", "USD in 2024 prices". Only numbers
// of one measure can be compared.
func (q Quantity) Measure() string {
	return strings.TrimSuffix(q.unit+" "+q.prices.String(), " ")
}

// cutPrices takes the prices from the end of the words of a unit.
func (p *parser) cutPrices(q *Quantity, unit []word) (rest []word, err *diag.Mistake) {
	at := len(unit) - 3
	if at < 1 {
		return unit, nil
	}
	switch first, middle, last := unit[at].text, unit[at+1], unit[at+2].text; {
	case first == "in" && last == "prices":
		var ok bool
		if q.prices, ok = PricesOf(middle.text); !ok {
			return nil, diag.Wrong(middle.start, middle.end, fmt.Sprintf("%q is not a year of prices", middle.text), `write the year in digits: "75 million USD in 2024 prices"`)
		}
	case first == "adjusted" && middle.text == "for" && last == "inflation":
		q.prices = Adjusted
	default:
		return unit, nil
	}
	return unit[:at], nil
}
