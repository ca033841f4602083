package evidence

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"receipts/internal/amount"
	"receipts/internal/locale"
)

// show writes what was found as its words and what they mean; a noun
// that was not read is "unread".
func show(text string, found []Found) []string {
	var all []string
	for _, f := range found {
		g := f
		if g.Noun == "" && !g.IsMoney() {
			g.Noun = "unread"
		}
		s := text[f.Start:f.End] + " = "
		if q, ok := g.Quantity(); ok {
			s += q.String()
		} else {
			s += "(" + g.Qualifier.String() + " " + g.Vague + g.Lo + ".." + g.Hi + " " + g.Currency + g.Noun + " per " + g.Basis + ")"
		}
		if f.Whole {
			s += ", whole"
		}
		if f.Doubt != NoDoubt {
			s += ", " + f.Doubt.String()
		}
		all = append(all, s)
	}
	return all
}

func TestFindQuantitiesFrench(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want []string
	}{
		{"a bare sum", "un chèque de 47 dollars au passage", []string{"47 dollars = 47 USD"}},
		{"a qualifier and a scale", "a déjà investi plus de 75 millions de dollars dans", []string{"plus de 75 millions de dollars = more than 75 million USD"}},
		{"an elided qualifier", "plus d'un million de dollars", []string{"plus d'un million de dollars = more than 1 million USD"}},
		{"at least", "au moins 95 millions d’euros", []string{"au moins 95 millions d’euros = at least 95 million EUR"}},
		{"at least, behind", "95 millions d’euros au moins", []string{"95 millions d’euros au moins = at least 95 million EUR"}},
		{"or more", "10 000 électeurs ou plus", []string{"10 000 électeurs ou plus = at least 10,000 électeurs"}},
		{"less than", "moins de 5000 euros", []string{"moins de 5000 euros = less than 5,000 EUR"}},
		{"about", "environ 1,5 million de dollars par jour", []string{"environ 1,5 million de dollars par jour = about 1.5 million USD per day"}},
		{"nearly", "près de 40 pages", []string{"près de 40 pages = nearly 40 pages"}},
		{"almost", "presque 40 pages", []string{"presque 40 pages = nearly 40 pages"}},
		{"some 40", "quelque 40 salariés", []string{"quelque 40 salariés = some 40 salariés"}},
		{"up to", "jusqu'à 100 dollars", []string{"jusqu'à 100 dollars = up to 100 USD"}},
		{"up to, typographic apostrophe", "jusqu’à 100 dollars", []string{"jusqu’à 100 dollars = up to 100 USD"}},
		{"a little over", "un peu plus de 100 dollars", []string{"un peu plus de 100 dollars = a little over 100 USD"}},
		{"hardly", "à peine 40 voix", []string{"à peine 40 voix = up to 40 voix"}},
		{"hardly more", "à peine plus de 40 voix", []string{"à peine plus de 40 voix = a little over 40 voix"}},
		{"a dozen or so", "une dizaine de salariés", []string{"une dizaine de salariés = some 10 salariés"}},
		{"a hundred or so", "une centaine d'appels", []string{"une centaine d'appels = some 100 appels"}},
		{"twenty or so", "une vingtaine d'appels", []string{"une vingtaine d'appels = some 20 appels"}},
		{"a thousand or so", "un millier d'appels", []string{"un millier d'appels = some 1,000 appels"}},
		{"its dozen", "sa dizaine de salariés", []string{"dizaine de salariés = some 10 salariés"}},
		{"a little over a dozen", "un peu plus d'une dizaine de millions de dollars du côté", []string{"un peu plus d'une dizaine de millions de dollars = a little over some 10 million USD"}},
		{"a few thousand", "quelques milliers d’électeurs pourraient", []string{"quelques milliers d’électeurs = a few thousand électeurs"}},
		{"a few tens of thousands", "quelques dizaines de milliers de voix", []string{"quelques dizaines de milliers de voix = a few tens of thousands of voix"}},
		{"hundreds", "des centaines de salariés", []string{"centaines de salariés = hundreds of salariés"}},
		{"his hundreds", "ses centaines de salariés recrutés pour l'occasion", []string{"centaines de salariés recrutés = hundreds of salariés recrutés"}},
		{"hundreds of millions", "des centaines de millions d'euros", []string{"centaines de millions d'euros = hundreds of millions of EUR"}},
		{"several hundred", "plusieurs centaines d'appels", []string{"plusieurs centaines d'appels = several hundred appels"}},
		{"several", "plusieurs jours", []string{"plusieurs jours = several jours"}},
		{"various", "par diverses inculpations de Donald Trump", []string{"diverses inculpations de Donald = several inculpations de Donald"}},
		{"multiple", "le patron de multiples entreprises technologiques est", []string{"multiples entreprises technologiques = several entreprises technologiques"}},
		{"the millions", "les millions de dollars fournis", []string{"millions de dollars = millions of USD"}},
		{"the million", "remporter le million de dollars", []string{"le million de dollars = 1 million USD"}},
		{"a million without a currency", "récompense d'un million", []string{"un million = 1 million unread"}},
		{"half a million", "un demi-million de dollars", []string{"un demi-million de dollars = 500,000 USD"}},
		{"a million and a half", "un million et demi de dollars", []string{"un million et demi de dollars = 1.5 million USD"}},
		{"a comma before the basis", "un million de dollars, chaque jour jusqu'au", []string{"un million de dollars, chaque jour = 1 million USD per day"}},
		{"the basis before", "chaque jour, un million de dollars", []string{"un million de dollars = 1 million USD per day"}},
		{"an adjective as basis", "une récompense quotidienne d'un million de dollars", []string{"un million de dollars = 1 million USD per day"}},
		{"a year", "12 000 euros par an", []string{"12 000 euros par an = 12,000 EUR per year"}},
		{"a slash", "12 €/mois", []string{"12 €/mois = 12 EUR per month"}},
		{"another basis", "47 dollars par électeur parrainé", []string{"47 dollars par électeur parrainé = 47 USD per électeur parrainé"}},
		{"an agent is no basis", "47 dollars par Elon Musk", []string{"47 dollars = 47 USD"}},
		{"any as basis", "47 dollars à tout internaute états-unien", []string{"47 dollars à tout internaute états-unien = 47 USD per internaute états-unien"}},
		{"spaces", "350 000 dollars", []string{"350 000 dollars = 350,000 USD"}},
		{"no-break spaces", "350\u00a0000\u00a0dollars", []string{"350\u00a0000\u00a0dollars = 350,000 USD"}},
		{"narrow spaces", "1\u202f350\u202f000\u202f$", []string{"1\u202f350\u202f000\u202f$ = 1.35 million USD"}},
		{"thin spaces", "350\u2009000 dollars", []string{"350\u2009000 dollars = 350,000 USD"}},
		{"points", "350.000 dollars", []string{"350.000 dollars = 350,000 USD"}},
		{"decimals", "2,7 millions d’abonnés", []string{"2,7 millions d’abonnés = 2.7 million abonnés"}},
		{"letters", "75 M$ et 2,5 Md€", []string{"75 M$ = 75 million USD", "2,5 Md€ = 2.5 billion EUR"}},
		{"US dollars", "75 dollars américains", []string{"75 dollars américains = 75 USD"}},
		{"a word", "sept États clés", []string{"sept États clés = 7 États clés"}},
		{"a part of a whole", "dans deux des sept États clés", []string{"deux = 2 unread", "sept États clés = 7 États clés, whole"}},
		{"words", "quatre-vingt-dix-sept voix, vingt et une voix, soixante et onze voix, deux cent trois voix", []string{
			"quatre-vingt-dix-sept voix = 97 voix", "vingt et une voix = 21 voix", "soixante et onze voix = 71 voix", "deux cent trois voix = 203 voix",
		}},
		{"words of Belgium and Switzerland", "septante-deux voix, octante voix, nonante et une voix", []string{"septante-deux voix = 72 voix", "octante voix = 80 voix", "nonante et une voix = 91 voix"}},
		{"words with a scale", "trois cent cinquante mille dollars, deux millions d'euros", []string{"trois cent cinquante mille dollars = 350,000 USD", "deux millions d'euros = 2 million EUR"}},
		{"a noun with its complement", "deux numéros de téléphone, correspondant à deux précieux électeurs potentiels dans", []string{"deux numéros de téléphone = 2 numéros de téléphone", "deux précieux électeurs potentiels = 2 précieux électeurs potentiels"}},
		{"between", "entre 10 et 12 millions de dollars", []string{"entre 10 et 12 millions de dollars = 10..12 million USD"}},
		{"to", "8 à 12 millions d'euros", []string{"8 à 12 millions d'euros = 8..12 million EUR"}},
		{"from to", "de 500 000 à 2 millions d'euros", []string{"de 500 000 à 2 millions d'euros = 0.5..2 million EUR"}},
		{"percent", "54,7 % des voix, 20 pour cent", []string{"54,7 % = 54.7 percent", "20 pour cent = 20 percent"}},
		{"a duration", "ne l'avait pas utilisé depuis quatre ans", []string{"quatre ans = 4 ans"}},
		{"months", "au cours des trois derniers mois", []string{"trois derniers mois = 3 derniers mois"}},
		{"years, dates and times", "Le 09 octobre 2024 à 16h50, en 2023, le 8, présidentielle de 2020, du 5 au 8 octobre, vers 20 heures", nil},
		{"ranks", "le 1er, le 2e tour, au XXe, le vingt-deuxième, le 3ème", nil},
		{"names and codes", "@America123_12, Covid-19, 404 Media, P7, v1.2.3, https://x.test/AV-202410210561.html, 01 23 45 67 89", nil},
		{"labels", "l'article 5, page 12, n° 4, numéro 5", nil},
		{"articles and fractions", "un chèque, une loterie, l'un des États, deux tiers des voix, un compte neuf", nil},
		{"one behind a qualifier", "au moins un électeur", []string{"au moins un électeur = at least 1 électeur"}},
		{"a verb behind the noun", "Les deux articles font état de 47 dollars", []string{"deux articles = 2 articles", "47 dollars = 47 USD"}},
		{"a verb, and a list", "Deux articles rapportent 47 dollars et deux numéros de téléphone", []string{
			"Deux articles = 2 articles", "47 dollars = 47 USD", "deux numéros de téléphone = 2 numéros de téléphone",
		}},
		{"a verb in place of a noun", "gagner le million doit signer", []string{"le million = 1 million unread"}},
		{"a participle in place of a noun", "le million promis", []string{"le million = 1 million unread"}},
		{"a plural noun in -ents", "deux agents recenseurs", []string{"deux agents recenseurs = 2 agents recenseurs"}},
		{"a price of several things", "deux numéros de téléphone pour 47 dollars", []string{"deux numéros de téléphone = 2 numéros de téléphone", "47 dollars = 47 USD"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(tt.give, FindQuantities("fr", tt.give))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindQuantitiesEnglish(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want []string
	}{
		{"more than", "more than 75 million dollars", []string{"more than 75 million dollars = more than 75 million USD"}},
		{"over", "Over $75 million has", []string{"Over $75 million = more than 75 million USD"}},
		{"at least", "at least $95 million", []string{"at least $95 million = at least 95 million USD"}},
		{"nearly", "nearly 75 million dollars", []string{"nearly 75 million dollars = nearly 75 million USD"}},
		{"almost", "almost 40 people", []string{"almost 40 people = nearly 40 people"}},
		{"about", "about 40 people", []string{"about 40 people = about 40 people"}},
		{"around", "around 40 people", []string{"around 40 people = about 40 people"}},
		{"roughly", "roughly 40 people", []string{"roughly 40 people = about 40 people"}},
		{"approximately", "approximately 40 people", []string{"approximately 40 people = about 40 people"}},
		{"some", "some 40 people", []string{"some 40 people = some 40 people"}},
		{"some is not always a number", "some experts say", nil},
		{"a little over", "a little over $100", []string{"a little over $100 = a little over 100 USD"}},
		{"slightly more", "slightly more than $100", []string{"slightly more than $100 = a little over 100 USD"}},
		{"up to", "up to $100", []string{"up to $100 = up to 100 USD"}},
		{"as much as", "as much as $1.5 million a day", []string{"as much as $1.5 million a day = up to 1.5 million USD per day"}},
		{"less than", "less than 5 pounds, fewer than 5 votes, under 5 votes", []string{"less than 5 pounds = less than 5 GBP", "fewer than 5 votes = less than 5 votes", "under 5 votes = less than 5 votes"}},
		{"hundreds", "hundreds of employees recruited", []string{"hundreds of employees recruited = hundreds of employees recruited"}},
		{"several", "several indictments", []string{"several indictments = several indictments"}},
		{"several of a currency", "several US dollars", []string{"several US dollars = several USD"}},
		{"a few thousand", "a few thousand voters", []string{"a few thousand voters = a few thousand voters"}},
		{"a few tens of thousands", "a few tens of thousands of votes", []string{"a few tens of thousands of votes = a few tens of thousands of votes"}},
		{"dozens", "dozens of calls", []string{"dozens of calls = dozens of calls"}},
		{"several hundred thousand", "several hundred thousand dollars", []string{"several hundred thousand dollars = several hundred thousand USD"}},
		{"millions", "tens of millions of dollars", []string{"tens of millions of dollars = tens of millions of USD"}},
		{"per day", "$1.5 million a day, 1 million dollars every day, a daily $5", []string{"$1.5 million a day = 1.5 million USD per day", "1 million dollars every day = 1 million USD per day", "$5 = 5 USD per day"}},
		{"commas", "$350,000 was", []string{"$350,000 = 350,000 USD"}},
		{"hyphens", "a 47-dollar cheque and a 350,000-dollar fine, a 165-page report", []string{"47-dollar = 47 USD", "350,000-dollar = 350,000 USD", "165-page report = 165 page report"}},
		{"words", "seven key states, twenty-one votes, one hundred and fifty votes, two thousand votes", []string{"seven key states = 7 key states", "twenty-one votes = 21 votes", "one hundred and fifty votes = 150 votes", "two thousand votes = 2,000 votes"}},
		{"between", "between 10 and 12 million dollars", []string{"between 10 and 12 million dollars = 10..12 million USD"}},
		{"a dash", "$8–12 million", []string{"$8–12 million = 8..12 million USD"}},
		{"a hyphen", "8-12 million followers", []string{"8-12 million followers = 8..12 million followers"}},
		{"two signs", "from $8 million to $12 million", []string{"from $8 million to $12 million = 8..12 million USD"}},
		{"a million", "a million dollars", []string{"a million dollars = 1 million USD"}},
		{"half a million", "half a million dollars", []string{"half a million dollars = 500,000 USD"}},
		{"a dozen", "a dozen calls, two dozen calls", []string{"a dozen calls = some 12 calls", "two dozen calls = some 24 calls"}},
		{"letters", "$75m, £1.5bn, $350k, 5m wide", []string{"$75m = 75 million USD", "£1.5bn = 1.5 billion GBP", "$350k = 350,000 USD"}},
		{"codes and signs", "USD 75 million, 75 million EUR, US$5, CA$5", []string{"USD 75 million = 75 million USD", "75 million EUR = 75 million EUR", "US$5 = 5 USD", "CA$5 = 5 CAD"}},
		{"a part of a whole", "two of the seven key states", []string{"two = 2 unread", "seven key states = 7 key states, whole"}},
		{"a basis of words", "47 dollars per sponsored voter, $47 for each voter, $47 per pair of phone numbers.", []string{"47 dollars per sponsored voter = 47 USD per sponsored voter", "$47 for each voter = 47 USD per voter", "$47 per pair of phone numbers = 47 USD per pair of phone numbers"}},
		{"any as basis", "pay 47 dollars to any US internet user sponsoring", []string{"47 dollars = 47 USD"}},
		{"citations", "52 U.S.C. § 10307(c), 11 CFR 109.21, 558 U.S. 310 (2010), 77 F.4th 815, 599 F.3d 686, 87 Fed. Reg. 77467, AO 2024-01, MUR 8301, Pub. L. 107-155, No. 23-5044, § 597", nil},
		{"dates and times", "On October 7, 2024 at 4:50 p.m., 7 October, Oct. 7, in 2022, the 2024 election, 5–8 October, 10/7/2024, 2024-10-05, at 5 pm, at 7 o'clock", nil},
		{"ranks and fractions", "the 8th, 1st, twenty-first, two-thirds, 1/2, 24/7", nil},
		{"codes", "@America123, E021, Form 3X, version 2.0, v2, 1.2.3, section 5, Title 52, Covid-19", nil},
		{"articles", "a voter a day, one of the states, a cheque", nil},
		{"a new paragraph", "one of two\n\nVotes", []string{"two = 2 unread"}},
		{"a new line", "two section\n  numbers of 52\nU.S.C. (§ 10307(c)), CC BY 4.0", []string{"two section\n  numbers = 2 section numbers"}},
		{"one dollar", "one dollar, one voter", []string{"one dollar = 1 USD"}},
		{"no-break spaces", "2.7\u00a0million\u00a0followers", []string{"2.7\u00a0million\u00a0followers = 2.7 million followers"}},
		{"a year behind a qualifier", "since about 2020, more than 2000 voters", []string{"more than 2000 voters = more than 2,000 voters"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(tt.give, FindQuantities("en", tt.give))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStated(t *testing.T) {
	tests := []struct {
		lang, give string
		want       bool
	}{
		{"fr", "47 dollars", false},
		{"fr", "47 dollars américains", true},
		{"fr", "47 $", false},
		{"fr", "47 $US", true},
		{"fr", "47 euros", true},
		{"en", "$47", false},
		{"en", "47 US dollars", true},
		{"en", "US$47", true},
	}
	for _, tt := range tests {
		found := FindQuantities(tt.lang, tt.give)
		if len(found) != 1 || found[0].Stated != tt.want {
			t.Errorf("%q: got %+v, want Stated %v", tt.give, found, tt.want)
		}
	}
}

// TestVagueForms reads every vague form of package amount as itself.
func TestVagueForms(t *testing.T) {
	for _, form := range vagueForms {
		of := " "
		if form[len(form)-1] == 's' && form != "several" {
			of = " of "
		}
		text := form + of + "voters"
		found := FindQuantities("en", text)
		if len(found) != 1 || found[0].Vague != form || found[0].Noun != "voters" {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

// TestLocaleText finds every quantity that the site writes in English again.
func TestLocaleText(t *testing.T) {
	en := locale.English()
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuantity(t)
		text := "It is " + en.Quantity(q).Plain + "."
		found := FindQuantities("en", text)
		if len(found) != 1 {
			t.Fatalf("%s: %q has %d quantities: %q", q, text, len(found), show(text, found))
		}
		if got, ok := found[0].Quantity(); !ok || got != q {
			t.Fatalf("%s is written %q and read as %q", q, text, show(text, found))
		}
	})
}

func drawQuantity(t *rapid.T) amount.Quantity {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	unit := pick("unit", "USD", "EUR", "GBP", "CAD", "CHF", "JPY", "CNY", "followers", "phone numbers", "swing states", "potential voters")
	basis := pick("basis", "", "", " per day", " per year", " per sponsored voter", " per pair of phone numbers")
	n := rapid.Int64Range(2, 999).Draw(t, "n")
	scale := rapid.SampledFrom([]int{-2, -1, 0, 1, 3, 5, 6, 7, 9}).Draw(t, "zeros")
	f := Found{Kind: amount.Point, Noun: unit, Lo: shifted(strconv.FormatInt(n, 10), scale)}
	f.Hi = f.Lo
	switch pick("kind", "point", "point", "range", "vague") {
	case "range":
		f.Kind, f.Hi = amount.Range, shifted(strconv.FormatInt(n+rapid.Int64Range(1, 99).Draw(t, "more"), 10), scale)
	case "vague":
		f.Kind, f.Vague = amount.Vague, pick("form", vagueForms...)
	default:
		f.Qualifier = rapid.SampledFrom([]amount.Qualifier{
			amount.Plain, amount.About, amount.Nearly, amount.MoreThan, amount.ALittleOver, amount.AtLeast, amount.LessThan, amount.UpTo, amount.Exactly,
		}).Draw(t, "qualifier")
		f.Some = (f.Qualifier == amount.Plain || f.Qualifier == amount.ALittleOver) && rapid.Bool().Draw(t, "some")
	}
	f.Noun += basis
	q, ok := f.Quantity()
	if !ok {
		t.Skip("front matter has no such quantity")
	}
	return q
}

// A word between the two parts of a French denial changes nothing.
func TestBoundDeniedAcrossAWord(t *testing.T) {
	for _, word := range []string{"", "cependant ", "toutefois ", "donc "} {
		text := "Elle ne peut " + word + "pas donner plus de 4 600 euros."
		found := FindQuantities("fr", text)
		if len(found) != 1 || found[0].Qualifier != amount.UpTo {
			t.Errorf("%q: %v", text, found)
		}
	}
}
