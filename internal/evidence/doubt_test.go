package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	denies   = ", which denies it"
	computed = ", which makes another figure of it"
	twice    = ", which qualifies it twice"
)

// TestWordsAround reads figures with what stands before and behind them.
func TestWordsAround(t *testing.T) {
	tests := []struct {
		lang, give string
		want       []string
	}{
		// Bounds in verbs and nouns.
		{"fr", "dépasse les 75 millions de dollars", []string{"dépasse les 75 millions de dollars = more than 75 million USD"}},
		{"fr", "a franchi la barre des 75 millions de dollars", []string{"franchi la barre des 75 millions de dollars = more than 75 million USD"}},
		{"fr", "plafonné à 47 dollars", []string{"plafonné à 47 dollars = up to 47 USD"}},
		{"fr", "un maximum de 47 dollars", []string{"un maximum de 47 dollars = up to 47 USD"}},
		{"fr", "minimum 47 dollars", []string{"minimum 47 dollars = at least 47 USD"}},
		{"fr", "sous la barre des 47 dollars", []string{"sous la barre des 47 dollars = less than 47 USD"}},
		{"fr", "avoisinant les 75 millions de dollars", []string{"avoisinant les 75 millions de dollars = about 75 million USD"}},
		{"en", "exceeds $75 million, topped $80 million", []string{"exceeds $75 million = more than 75 million USD", "topped $80 million = more than 80 million USD"}},
		{"en", "capped at $47", []string{"capped at $47 = up to 47 USD"}},
		{"en", "a legal ceiling of $47, a cap of $52", []string{"a legal ceiling of $47 = up to 47 USD", "a cap of $52 = up to 52 USD"}},

		// Bounds behind.
		{"fr", "47 dollars minimum, 52 dollars au maximum", []string{"47 dollars minimum = at least 47 USD", "52 dollars au maximum = up to 52 USD"}},
		{"fr", "75 millions de dollars, voire plus", []string{"75 millions de dollars, voire plus = at least 75 million USD"}},
		{"fr", "47 dollars par jour au maximum", []string{"47 dollars par jour au maximum = up to 47 USD per day"}},
		{"fr", "75 millions d'euros et quelques", []string{"75 millions d'euros et quelques = a little over 75 million EUR"}},
		{"en", "$75 million-plus, a $75 million-plus fund", []string{"$75 million-plus = at least 75 million USD", "$75 million-plus = at least 75 million USD"}},
		{"en", "$75+ million, 75+ voters, 80 or more voters", []string{"$75+ million = at least 75 million USD", "75+ voters = at least 75 voters", "80 or more voters = at least 80 voters"}},
		{"en", "75 + 10 dollars", []string{"75 = 75 unread", "10 dollars = 10 USD"}},
		{"fr", "environ 75 millions de dollars, voire plus", []string{"environ 75 millions de dollars, voire plus = at least 75 million USD" + twice}},

		{"fr", "jusqu'à plus de 75 millions de dollars", []string{"plus de 75 millions de dollars = more than 75 million USD" + twice}},

		// Bounds denied.
		{"fr", "ne dépasse pas 75 millions de dollars", []string{"dépasse pas 75 millions de dollars = up to 75 million USD"}},
		{"fr", "n'a pas dépassé les 75 millions de dollars", []string{"dépassé les 75 millions de dollars = up to 75 million USD"}},
		{"fr", "n'a pas donné plus de 47 dollars", []string{"plus de 47 dollars = up to 47 USD"}},
		{"fr", "n'a jamais atteint 75 millions de dollars", []string{"75 millions de dollars = less than 75 million USD"}},
		{"fr", "n'atteint pas la barre des 75 millions de dollars", []string{"atteint pas la barre des 75 millions de dollars = less than 75 million USD"}},
		{"en", "did not exceed $75 million", []string{"exceed $75 million = up to 75 million USD"}},
		{"en", "not more than $75 million, not less than $47", []string{"not more than $75 million = up to 75 million USD", "not less than $47 = at least 47 USD"}},
		{"en", "it never reached $75 million", []string{"$75 million = less than 75 million USD"}},

		// Denials.
		{"fr", "n'a pas donné 75 millions de dollars", []string{"75 millions de dollars = 75 million USD" + denies}},
		{"fr", "non pas 75 millions de dollars mais 80 millions d'euros", []string{"75 millions de dollars = 75 million USD" + denies, "80 millions d'euros = 80 million EUR"}},
		{"fr", "n'a toujours pas payé 2 millions de dollars", []string{"2 millions de dollars = 2 million USD" + denies}},
		{"fr", "n'a finalement pas donné 4 millions d'euros", []string{"4 millions d'euros = 4 million EUR" + denies}},
		{"fr", "n'a malheureusement toujours pas versé 47 dollars", []string{"47 dollars = 47 USD" + denies}},
		{"fr", "n'a pas toujours payé 47 dollars, n'a pas encore payé 52 dollars", []string{"47 dollars = 47 USD" + denies, "52 dollars = 52 USD" + denies}},
		{"fr", "n'a toujours pas caché avoir payé 47 dollars", []string{"47 dollars = 47 USD"}},
		{"fr", "47 dollars n'ont toujours pas été versés", []string{"47 dollars = 47 USD" + denies}},
		{"fr", "47 dollars n'ont pas encore réellement été versés", []string{"47 dollars = 47 USD" + denies}},
		{"en", "$47 was still never paid", []string{"$47 = 47 USD" + denies}},
		{"fr", "75 millions de dollars n'ont pas été versés", []string{"75 millions de dollars = 75 million USD" + denies}},
		{"fr", "ni 75 ni 80 électeurs", []string{"75 = 75 électeurs" + denies, "80 électeurs = 80 électeurs" + denies}},
		{"fr", "nie avoir payé 47 dollars, refuse de payer 52 dollars", []string{"47 dollars = 47 USD" + denies, "52 dollars = 52 USD" + denies}},
		{"en", "didn't pay $75 million", []string{"$75 million = 75 million USD" + denies}},
		{"en", "$75 million was never paid", []string{"$75 million = 75 million USD" + denies}},
		{"fr", "aucun des 200 électeurs", []string{"200 électeurs = 200 électeurs" + denies}},
		{"en", "none of the 200 voters", []string{"200 voters = 200 voters" + denies}},
		{"en", "refused to pay 47 dollars", []string{"47 dollars = 47 USD" + denies}},

		// What only sounds like one, or stands in another clause.
		{"fr", "il n'hésite pas à investir un million de dollars par jour", []string{"un million de dollars par jour = 1 million USD per day"}},
		{"fr", "ne l'avait pas utilisé depuis quatre ans", []string{"quatre ans = 4 ans"}},
		{"fr", "s'il ne gagne pas, 47 dollars", []string{"47 dollars = 47 USD"}},
		{"fr", "Musk, qui ne vote pas mais donne 47 dollars", []string{"47 dollars = 47 USD"}},
		{"fr", "n'a donné que 47 dollars, pas seulement 47 dollars", []string{"47 dollars = 47 USD", "47 dollars = 47 USD"}},
		{"en", "not only $75 million", []string{"$75 million = 75 million USD"}},
		{"en", "did not win and paid $47", []string{"$47 = 47 USD"}},

		{"fr", "une organisation à but non lucratif a versé 75 millions d'euros", []string{"75 millions d'euros = 75 million EUR"}},
		{"fr", "75 millions de dollars et non 80 millions d'euros", []string{"75 millions de dollars = 75 million USD", "80 millions d'euros = 80 million EUR" + denies}},
		{"en", "a $15 minimum wage, 47 dollars minimum", []string{"$15 = 15 USD", "47 dollars minimum = at least 47 USD"}},
		{"en", "Congress passed the 75 bills", []string{"75 bills = 75 bills"}},

		// Other figures made of one.
		{"fr", "le double de 75 millions de dollars", []string{"75 millions de dollars = 75 million USD" + computed}},
		{"fr", "plus de la moitié des 75 millions de dollars", []string{"75 millions de dollars = 75 million USD" + computed}},
		{"fr", "un tiers des 200 électeurs", []string{"200 électeurs = 200 électeurs" + computed}},
		{"fr", "20 % des 75 millions de dollars", []string{"20 % = 20 percent", "75 millions de dollars = 75 million USD, whole" + computed}},
		{"fr", "trois fois 47 dollars", []string{"47 dollars = 47 USD" + computed}},
		{"fr", "une fois 75 000 signatures réunies", []string{"75 000 signatures réunies = 75,000 signatures réunies"}},
		{"en", "twice $75 million, half of $75 million", []string{"$75 million = 75 million USD" + computed, "$75 million = 75 million USD" + computed}},
		{"en", "three times 47 dollars", []string{"47 dollars = 47 USD" + computed}},
		{"en", "part of the 200 voters", []string{"200 voters = 200 voters" + computed}},
	}
	for _, tt := range tests {
		t.Run(tt.give, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(tt.give, FindQuantities(tt.lang, tt.give))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDatesAround is TestWordsAround for dates.
func TestDatesAround(t *testing.T) {
	tests := []struct {
		lang, give string
		want       []string // with the publication on 2024-10-09
	}{
		{"fr", "avant le 5 novembre", []string{"5 novembre = 2024-11-05, year inferred, until"}},
		{"fr", "d'ici au 5 novembre", []string{"5 novembre = 2024-11-05, year inferred, until"}},
		{"fr", "après le 5 octobre", []string{"5 octobre = 2024-10-05, year inferred, since"}},
		{"fr", "pas avant le 5 novembre", []string{"5 novembre = 2024-11-05, year inferred, since"}},
		{"fr", "après le meeting du 5 octobre", []string{"5 octobre = 2024-10-05, year inferred"}},
		{"fr", "pas le 5 octobre", []string{"5 octobre = 2024-10-05, year inferred" + denies}},
		{"en", "before 5 November, after 5 October, by 1 November", []string{
			"5 November = 2024-11-05, year inferred, until", "5 October = 2024-10-05, year inferred, since", "1 November = 2024-11-01, year inferred, until",
		}},
		{"en", "not until 5 November", []string{"5 November = 2024-11-05, year inferred, since"}},
		{"fr", "la veille du 5 novembre, le lendemain du scrutin", []string{"la veille du 5 novembre = 2024-11-04, year inferred", "le lendemain = , relative"}},
		{"en", "the day after 31 October 2024", []string{"the day after 31 October 2024 = 2024-11-01"}},

		{"fr", "dans les années 2010, les années 80, les années 20", []string{"années 2010 = 2010/2019", "années 80 = 1980/1989"}},
		{"fr", "les années 2010 à 2015", []string{"2010 à 2015 = 2010/2015"}},
		{"fr", "sans compter le scrutin du 5 novembre", []string{"5 novembre = 2024-11-05, year inferred"}},
		{"en", "in the 2010s, 2016s", []string{"2010s = 2010/2019"}},

		{"fr", "mardi 8 octobre 2024", []string{"mardi 8 octobre 2024 = 2024-10-08"}},
		{"fr", "le mercredi 8 octobre", []string{"mercredi 8 octobre = 2024-10-08, year inferred, which was another day of the week"}},
		{"en", "Tuesday, October 8, 2024, then Monday 8 October 2024", []string{"Tuesday, October 8, 2024 = 2024-10-08", "Monday 8 October 2024 = 2024-10-08, which was another day of the week"}},
		{"fr", "mardi 8, dans", []string{"mardi 8 = 2024-10-08, month inferred, year inferred"}},
		{"fr", "mardi 5, lors du scrutin", []string{"mardi 5 = 2024-11-05, month inferred, year inferred"}},
		{"fr", "lundi 32, mardi 8 électeurs", []string{}},
		{"fr", "lundi dernier, lundi prochain, mercredi dernier", []string{"lundi dernier = 2024-10-07, relative", "lundi prochain = 2024-10-14, relative", "mercredi dernier = 2024-10-02, relative"}},
		{"en", "last Monday", []string{"last Monday = 2024-10-07, relative"}},

		{"fr", "08/10/2024", []string{"08/10/2024 = 2024-10-08"}},
		{"en", "08/10/2024, 10/25/2024, 25/10/2024, 8/8/2024, 8.10.2024", []string{
			"08/10/2024 = , which may be either of two days", "10/25/2024 = 2024-10-25", "25/10/2024 = 2024-10-25", "8/8/2024 = 2024-08-08", "8.10.2024 = 2024-10-08",
		}},

		{"en", "5 and 8 October", []string{"5 = 2024-10-05, year inferred", "8 October = 2024-10-08, year inferred"}},
		{"fr", "les 5, 6 et 8 octobre 2024", []string{"5 = 2024-10-05", "6 = 2024-10-06", "8 octobre 2024 = 2024-10-08"}},
		{"fr", "le 5 et le 8 octobre", []string{"5 = 2024-10-05, year inferred", "8 octobre = 2024-10-08, year inferred"}},
		{"fr", "entre le 5 et le 8 octobre", []string{"5 et le 8 octobre = 2024-10-05/2024-10-08, year inferred"}},
	}
	for _, tt := range tests {
		t.Run(tt.give, func(t *testing.T) {
			got := append([]string{}, showDates(tt.give, FindDates(tt.lang, tt.give, day(t, next)))...)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
