package evidence

import "testing"

// TestParity compares pairs of phrases that say the same in both languages: both
// carry what is stated, or neither does.
func TestParity(t *testing.T) {
	for _, tt := range parity {
		t.Run(tt.fr, func(t *testing.T) {
			for _, q := range []Quote{{Lang: "fr", Text: tt.fr, Translation: tt.en}, {Lang: "en", Text: tt.en}} {
				q.Translation, q.TranslationLang = q.Text, q.Lang
				if problems := heldOutProblems(t, tt.stated, q); (len(problems) == 0) != tt.carried {
					t.Errorf("%q and %s: %v", q.Text, tt.stated, problems)
				}
			}
		})
	}
}

var parity = []struct {
	stated, fr, en string
	carried        bool
}{
	// Signs and abbreviations are read, or leave a doubt.
	{"75 million USD", "~75 millions de dollars", "~$75 million", false},
	{"about 75 million USD", "~75 millions de dollars", "~$75 million", true},
	{"75 million USD", "> 75 millions de dollars", "> $75 million", false},
	{"at least 75 million USD", "≥ 75 millions de dollars", "≥ $75 million", true},
	{"75 million USD", "± 75 millions de dollars", "±$75 million", false},
	{"75 million USD", "env. 75 millions de dollars", "approx. $75 million", false},
	{"about 75 million USD", "env. 75 millions de dollars", "approx. $75 million", true},
	{"75 million USD", "ca. 75 millions de dollars", "c. $75 million", false},
	{"75 million USD", "est. 75 millions de dollars", "est. $75 million", false},
	{"75 million USD", "max. 75 millions de dollars", "max. $75 million", false},
	{"up to 75 million USD", "max. 75 millions de dollars", "max. $75 million", true},
	{"75 million USD", "-75 millions de dollars", "-$75 million", false},

	// Words next to a figure.
	{"75 million USD", "estimé à 75 millions de dollars", "an estimated $75 million", false},
	{"75 million USD", "plus d'un montant estimé à 75 millions de dollars", "more than an estimated $75 million", false},
	{"75 million USD", "au-delà de 75 millions de dollars", "beyond $75 million", false},
	{"75 million USD", "facilement 75 millions de dollars", "easily $75 million", false},
	{"75 million USD", "peut-être 75 millions de dollars", "perhaps $75 million", false},
	{"75 million USD", "a minima 75 millions de dollars", "at a minimum $75 million", false},
	{"75 million USD", "flirte avec les 75 millions de dollars", "verging on $75 million", false},
	{"75 million USD", "ne dépasse guère 75 millions de dollars", "hardly exceeds $75 million", false},
	{"75 million USD", "bien 75 millions de dollars", "fully $75 million", false},
	{"75 million USD", "75 millions de dollars max", "$75 million max", false},
	{"75 million USD", "75 millions de dollars, voire 80", "$75 million, perhaps 80", false},
	{"75 million USD", "70 ou 75 millions de dollars", "70 or 75 million dollars", false},
	{"75 million USD", "75 ou 80 millions de dollars", "$75 million or $80 million", false},
	{"40 voters", "une quarantaine de voters", "40-odd voters", false},
	{"some 40 voters", "une quarantaine de voters", "40-odd voters", true},

	// Another figure is made of it.
	{"75 million USD", "75 millions de dollars chacun", "$75 million each", false},
	{"75 million USD", "75 millions de dollars l'unité", "$75 million apiece", false},
	{"75 million USD", "75 millions de dollars pièce", "$75 million a piece", false},
	{"75 million USD", "deux chèques de 75 millions de dollars", "two cheques of $75 million", false},
	{"75 million USD", "la moitié de ses 75 millions de dollars", "half his $75 million", false},
	{"75 million USD", "75 millions de dollars multipliés par deux", "$75 million multiplied by two", false},
	{"75 million USD", "75 millions de dollars de plus que Harris", "$75 million more than Harris", false},
	{"75 million USD", "75 millions de dollars de moins que Harris", "$75 million less than Harris", false},

	// Denials.
	{"75 million USD", "personne n'a versé 75 millions de dollars", "nobody gave $75 million", false},
	{"75 million USD", "aucun donateur n'a versé 75 millions de dollars", "no donor gave $75 million", false},
	{"75 million USD", "il n'a guère versé 75 millions de dollars", "he has hardly ever paid $75 million", false},
	{"75 million USD", "il lui reste à verser 75 millions de dollars", "he has yet to pay $75 million", false},
	{"75 million USD", "loin des 75 millions de dollars", "nowhere near $75 million", false},
	{"75 million USD", "tout sauf 75 millions de dollars", "anything but $75 million", false},
	{"75 million USD", "le chiffre de 75 millions de dollars est faux", "the figure of $75 million is false", false},
	{"75 million USD", "il est faux qu'il ait donné 75 millions de dollars", "it is false that he gave $75 million", false},
	{
		"75 million USD", "il n'a jamais donné, contrairement à ce qui a été dit, 75 millions de dollars",
		"he never gave, contrary to what was said, $75 million", false,
	},
	{"75 million USD", "il n'a pas encore voulu verser 75 millions de dollars", "he has not yet wanted to pay $75 million", false},
	{"75 million USD", "il ne verse pas 75 millions de dollars", "he does not pay $75 million", false},

	// What denies something else.
	{"75 million USD", "il ne cache pas avoir versé 75 millions de dollars", "he does not hide having paid $75 million", true},
	{"75 million USD", "il ne nie pas avoir versé 75 millions de dollars", "he has not denied giving $75 million", true},
	{"75 million USD", "il n'a pas résisté à dépenser 75 millions de dollars", "he couldn't resist spending $75 million", true},
	{"75 million USD", "il n'est pas le seul à avoir donné 75 millions de dollars", "he is not the only one to have given $75 million", true},
	{"75 million USD", "ce n'est pas la première fois qu'il donne 75 millions de dollars", "not the first time he gave $75 million", true},
	{
		"75 million USD", "le fonds qui n'existait pas il y a un an a reçu 75 millions de dollars",
		"the fund that did not exist a year ago has received $75 million", true,
	},
	{"75 million USD", "ses 75 millions de dollars n'ont pas suffi", "his $75 million did not help", true},
	{"75 million USD", "ses 75 millions de dollars ne sont pas le seul don", "his $75 million is not the only gift", true},
	{"75 million USD", "les 75 millions de dollars n'ont pas été révélés avant mardi", "his $75 million was not disclosed until Tuesday", true},
	{"75 million USD", "les 75 millions de dollars ne sont pas passés inaperçus", "the $75 million did not go unnoticed", true},

	// Right figures in other words.
	{"more than 75 million USD", "les dons dépassent désormais les 75 millions de dollars", "donations now exceed $75 million", true},
	{"more than 75 million USD", "les dons dépassent largement 75 millions de dollars", "donations far exceed $75 million", true},
	{"75 million USD", "les dons dépassent largement 75 millions de dollars", "donations far exceed $75 million", false},
	{"75 million USD", "75 M $", "$75M", true},
	{"350,000 USD", "350 k$", "$350k", true},
	{"75 million USD", "75 millions de dollars, soit plus de 69 millions d'euros", "$75 million, or more than 69 million euros", true},
	{"nearly 75 million USD", "75 millions de dollars, ou presque", "$75 million, or nearly", true},
	{"75 million USD per week", "75 millions de dollars la semaine", "$75 million a week", true},
	{"75 million USD", "75 millions de dollars la semaine dernière", "$75 million last week", true},
	{"1 million USD per day", "un million de dollars par jour", "a $1 million-a-day giveaway", true},
	{"1 million USD", "un million de dollars par jour", "a $1 million-a-day giveaway", false},
	{"1.5 million USD per day", "1,5 million de dollars par jour", "a $1.5m-a-day giveaway", true},
	{"75 million USD", "75 millions de dollars aux électeurs chaque jour", "$75 million to voters every day", false},
	{"1 million USD", "chaque jour depuis samedi, un électeur a reçu un million de dollars", "Every day since Saturday, one voter has received $1 million", false},

	{"up to 75 million USD", "ne dépasse pas 75 millions de dollars", "does not exceed $75 million", true},
	{"up to 75 million USD", "il n'a pas donné plus de 75 millions de dollars", "he did not give more than $75 million", true},
	{"at least 75 million USD", "il n'a pas donné moins de 75 millions de dollars", "he did not give less than $75 million", true},

	// Dates.
	{"2024-10-05", "il n'est pas venu à Butler le 5 octobre", "he was not in Butler on Oct. 5", false},
	{"2024-10-05", "cela n'a jamais eu lieu le 5 octobre", "it never happened on Oct. 5", false},
	{"2024-10-05", "le 5 octobre au plus tard", "Oct. 5 at the latest", false},
	{"../2024-10-05", "le 5 octobre au plus tard", "Oct. 5 at the latest", true},
	{"2024-10-05", "le 5 octobre au plus tôt", "Oct. 5 at the earliest", false},
	{"2024-10-05/..", "le 5 octobre au plus tôt", "Oct. 5 at the earliest", true},
	{"2024-10-05", "la semaine du 5 octobre", "the week of Oct. 5", false},
	{"2024-10-05", "le week-end du 5 octobre", "the weekend of Oct. 5", false},
	{"2024-10-05", "dès le 5 octobre", "as early as Oct. 5", false},
	{"2024-10-05/..", "dès le 5 octobre", "from 5 October", true},
	{"2024-10-05", "le 5 ou le 6 octobre", "Oct. 5 or Oct. 6", false},
	{"2024-10-06", "le 5 ou le 6 octobre", "Oct. 5 or Oct. 6", false},
	{"2024-10-05", "le 5 ou 6 octobre", "Oct. 5 or 6", false},
	{"2024-10-06", "le 5 octobre (pas le 6 octobre)", "Oct 5 (not Oct 6)", false},
	{"2024-10-05", "le 5 octobre environ", "Oct. 5-ish", false},
	{"2024-10-05/..", "deux jours après le 5 octobre", "two days after Oct. 5", false},
	{"2024-10-05~", "vers le 5 octobre", "around 5 October", true},
	{"2024-10-05~", "aux alentours du 5 octobre", "around 5 October", true},
	{"2024-10-05", "vers le 5 octobre", "around 5 October", false},
	{"2024-10-07", "avant-hier", "the day before yesterday", true},
	{"2024-10-07", "il y a deux jours", "two days ago", true},
	{"2024-10-05", "le cinq octobre", "the fifth of October", true},
	{"2024-10-01", "le premier octobre", "the first of October", true},
	{"2024-10-25", "25-10-2024", "25-10-2024", true},
	{"2024-10-25", "25/10/24", "10/25/24", true},
	{"2024-07/2024-09", "au troisième trimestre 2024", "in the third quarter of 2024", true},
	{"2024", "au troisième trimestre 2024", "in the third quarter of 2024", false},
	{"2024-10-05", "le scrutin du 5 octobre n'a pas eu lieu", "the poll of 5 October", true},
	{"2024-10-05", "il n'est pas le premier venu à Butler le 5 octobre", "not the first to come to Butler on Oct. 5", true},
}
