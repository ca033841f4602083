package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
)

func TestQuantity(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want Quantity // with ~ for a no-break space
	}{
		{"a qualifier, a scale, a basis", "more than 75 million USD per day", Quantity{"more than", "$75~million", "per day", "75000000", "more than $75~million per day", "more than 75 million US dollars per day", false, ""}},
		{"a unit price", "47 USD per sponsored voter", Quantity{"", "$47", "per sponsored voter", "47", "$47 per sponsored voter", "47 US dollars per sponsored voter", false, ""}},
		{"one dollar", "1 USD", Quantity{"", "$1", "", "1", "$1", "1 US dollar", false, ""}},
		{"one million dollars", "1 million USD", Quantity{"", "$1~million", "", "1000000", "$1~million", "1 million US dollars", false, ""}},
		{"cents", "47.50 USD", Quantity{"", "$47.50", "", "47.5", "$47.50", "47.50 US dollars", false, ""}},
		{"less than a million", "350,000 USD", Quantity{"", "$350,000", "", "350000", "$350,000", "350,000 US dollars", false, ""}},
		{"two decimals of a scale", "1.25 billion USD", Quantity{"", "$1.25~billion", "", "1250000000", "$1.25~billion", "1.25 billion US dollars", false, ""}},
		{"three decimals would be needed", "2,675,000 USD", Quantity{"", "$2,675,000", "", "2675000", "$2,675,000", "2,675,000 US dollars", false, ""}},
		{"a thousand and more of a scale", "1,234 million USD", Quantity{"", "$1,234~million", "", "1234000000", "$1,234~million", "1,234 million US dollars", false, ""}},
		{"a range", "8..12 million USD", Quantity{"", "$8–12~million", "", "", "$8–12~million", "8 to 12 million US dollars", false, "8 to 12 million US dollars"}},
		{"a range of cents", "47.50..50 USD", Quantity{"", "$47.50–50.00", "", "", "$47.50–50.00", "47.50 to 50.00 US dollars", false, "47.50 to 50.00 US dollars"}},
		{"an order of magnitude", "a little over some 10 million USD", Quantity{"a little over some", "$10~million", "", "10000000", "a little over some $10~million", "a little over some 10 million US dollars", false, ""}},
		{"no number", "unquantified", Quantity{"", "no figure", "", "", "no figure", "no figure", true, ""}},
		{"euros", "12 million EUR", Quantity{"", "€12~million", "", "12000000", "€12~million", "12 million euros", false, ""}},
		{"other dollars", "5 million CAD", Quantity{"", "CA$5~million", "", "5000000", "CA$5~million", "5 million Canadian dollars", false, ""}},
		{"a code for want of a sign", "12 million CHF", Quantity{"", "CHF~12~million", "", "12000000", "CHF~12~million", "12 million Swiss francs", false, ""}},
		{"a code for want of a name", "1 TOP", Quantity{"", "TOP~1", "", "1", "TOP~1", "1 TOP", false, ""}},
		{"a count", "165 pages", Quantity{"", "165", "pages", "165", "165~pages", "165 pages", false, ""}},
		{"a count with a scale", "2.7 million followers", Quantity{"", "2.7~million", "followers", "2700000", "2.7~million~followers", "2.7 million followers", false, ""}},
		{"a percentage", "more than 12.5 percent", Quantity{"more than", "12.5", "percent", "12.5", "more than 12.5~percent", "more than 12.5 percent", false, ""}},
		{"prices of a year", "5 million USD in 2024 prices", Quantity{"", "$5~million", "in 2024 prices", "5000000", "$5~million in 2024 prices", "5 million US dollars in 2024 prices", false, ""}},
		{"adjusted, with a basis", "47 USD adjusted for inflation per voter", Quantity{"", "$47", "adjusted for inflation per voter", "47", "$47 adjusted for inflation per voter", "47 US dollars adjusted for inflation per voter", false, ""}},
		{"vague money at prices", "millions of USD in 2024 prices", Quantity{"", "millions", "of US dollars in 2024 prices", "", "millions of US dollars in 2024 prices", "millions of US dollars in 2024 prices", false, ""}},
		{"a count with a basis", "about 3 calls per day", Quantity{"about", "3", "calls per day", "3", "about 3~calls per day", "about 3 calls per day", false, ""}},
		{"a range of a count", "10..12 phone numbers", Quantity{"", "10–12", "phone numbers", "", "10–12~phone numbers", "10 to 12 phone numbers", false, "10 to 12"}},
		{"several", "several indictments", Quantity{"", "several", "indictments", "", "several indictments", "several indictments", false, ""}},
		{"hundreds", "hundreds of employees", Quantity{"", "hundreds", "of employees", "", "hundreds of employees", "hundreds of employees", false, ""}},
		{"a few thousand", "a few thousand voters", Quantity{"", "a few thousand", "voters", "", "a few thousand voters", "a few thousand voters", false, ""}},
		{"vague money", "millions of USD per day", Quantity{"", "millions", "of US dollars per day", "", "millions of US dollars per day", "millions of US dollars per day", false, ""}},
	}
	en := English()
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			q, err := amount.Parse(tt.give)
			if err != nil {
				t.Fatal(err)
			}
			tt.want.Number, tt.want.Plain = noBreak(tt.want.Number), noBreak(tt.want.Plain)
			if diff := cmp.Diff(tt.want, en.Quantity(q)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := en.Quantity(amount.Quantity{}); got != (Quantity{}) {
		t.Errorf("the zero Quantity is written %v", got)
	}
}
