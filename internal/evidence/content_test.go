package evidence

// report is an amount or a date of the site's first two articles with its
// quotes, each with its translation. The table is a copy: the package's tests
// do not change with the content. A statement that its quote does not carry says
// why.
type report struct {
	article, fact string
	amount, date  string
	quotes        [][2]string
	want          []ProblemKind // the problems that are expected
}

// The dates of publication of the two articles, which stand for them here.
const (
	next = "2024-10-09"
	bfm  = "2024-10-21"
)

var reports = []report{
	{article: next, fact: "voter-referral-47", amount: "47 USD per sponsored voter", quotes: [][2]string{{"payer 47 dollars à tout internaute états-unien parrainant un électeur", "pay 47 dollars to any US internet user sponsoring a voter"}, {"payer les personnes", "pay the people"}}},
	{article: next, fact: "pay-for-voter-information", amount: "unquantified", quotes: [][2]string{{"rémunérer les internautes", "pay internet users"}, {"récupérer des informations", "collect information"}}},
	{article: next, fact: "first-sponsors-paid", amount: "unquantified", quotes: [][2]string{{"opéré physiquement", "made physically"}}},
	{article: next, fact: "x-fine", amount: "350,000 USD", quotes: [][2]string{{"350 000 dollars d’amende avant d'obtempérer", "a 350,000-dollar fine before complying"}}},
	{article: next, fact: "musk-followers", amount: "200 million followers", quotes: [][2]string{{"200 millions d’abonnés", "200 million followers"}}},
	{article: next, fact: "posobiec-followers", amount: "2.7 million followers", quotes: [][2]string{{"2,7 millions d’abonnés", "2.7 million followers"}}},
	{article: next, fact: "deciding-margin", amount: "a few thousand voters", quotes: [][2]string{{"quelques milliers d’électeurs", "a few thousand voters"}}},
	// The list gives the number; that it lists states stands before its parenthesis.
	{article: next, fact: "swing-states-listed", amount: "7 swing states", quotes: [][2]string{{"Pennsylvanie, Wisconsin, Michigan, Arizona, Nevada, Géorgie et Caroline du Nord", "Pennsylvania, Wisconsin, Michigan, Arizona, Nevada, Georgia and North Carolina"}}, want: []ProblemKind{Unit}},
	// The two is a count of ours: the sentence names one number, and “that” of the other person.
	{article: next, fact: "phone-numbers", amount: "2 phone numbers", quotes: [][2]string{{"son numéro de téléphone et celui", "their phone number and that"}}, want: []ProblemKind{NoFigure}},
	{article: next, fact: "handle-idle-years", amount: "4 years", quotes: [][2]string{{"depuis quatre ans", "for four years"}}},
	{article: next, fact: "musk-companies", amount: "several technology companies", quotes: [][2]string{{"multiples entreprises technologiques", "multiple technology companies"}}},
	{article: next, fact: "trump-indictments", amount: "several indictments", quotes: [][2]string{{"diverses inculpations", "various indictments"}}},
	{article: next, fact: "smith-filing-pages", amount: "165 pages", quotes: [][2]string{{"rapport de 165 pages", "report of 165 pages"}}},
	{article: next, fact: "butler-shooting", date: "2024-07-13", quotes: [][2]string{{"le 13 juillet dernier", "on 13 July last"}}},
	{article: next, fact: "butler-rally", date: "2024-10-05", quotes: [][2]string{{"Le 5 octobre", "On 5 October"}}},
	{article: next, fact: "carlson-interview", date: "2024-10-08", quotes: [][2]string{{"Le 8, dans un long entretien", "On the 8th, in a long interview"}}},
	{article: next, fact: "offer-announced", date: "2024-09-07", quotes: [][2]string{{"Le 7 septembre", "On 7 September"}}},
	{article: next, fact: "america-handle-last-used", date: "2020~", quotes: [][2]string{{"depuis quatre ans", "for four years"}}},
	{article: next, fact: "smith-request", date: "2023", quotes: [][2]string{{"En 2023, rappelle Reuters", "In 2023, Reuters recalls"}, {"des échanges privés", "of the private exchanges"}}},
	{article: next, fact: "election-2020", date: "2020", quotes: [][2]string{{"présidentielle de 2020", "presidential (election) of 2020"}}},
	{article: next, fact: "election-2024", date: "2024", quotes: [][2]string{{"l’élection de 2024", "the 2024 election"}}},
	{article: bfm, fact: "daily-award", amount: "1 million USD per day", quotes: [][2]string{{"un million de dollars, chaque jour", "one million dollars, every day"}, {"1 million de dollars par jour", "1 million dollars a day"}, {"un million de dollars par jour", "one million dollars a day"}, {"le million", "the million"}, {"récompense d'un million", "reward of a million"}}},
	// The period stands in the words that follow.
	{article: bfm, fact: "daily-award", date: "../2024-11-05", quotes: [][2]string{{"un million de dollars, chaque jour", "one million dollars, every day"}, {"1 million de dollars par jour", "1 million dollars a day"}, {"un million de dollars par jour", "one million dollars a day"}, {"le million", "the million"}, {"récompense d'un million", "reward of a million"}}, want: []ProblemKind{NoDate}},
	{article: bfm, fact: "voter-referral-47", amount: "47 USD per cheque", quotes: [][2]string{{"automatiquement un chèque de 47 dollars", "automatically a 47-dollar cheque"}}},
	{article: bfm, fact: "voter-referral-47", amount: "47 USD per pair of phone numbers", quotes: [][2]string{{"Pour 47 dollars", "For 47 dollars"}, {"deux numéros de téléphone", "two phone numbers"}}},
	{article: bfm, fact: "musk-contributions", amount: "more than 75 million USD", quotes: [][2]string{{"plus de 75 millions de dollars", "more than 75 million dollars"}}},
	{article: bfm, fact: "support-teams-pay", amount: "unquantified", quotes: [][2]string{{"payées par Elon Musk", "paid by Elon Musk"}}},
	{article: bfm, fact: "musk-ad-spending", amount: "unquantified", quotes: [][2]string{{"la main au portefeuille", "(put) his hand in his wallet"}}},
	{article: bfm, fact: "snapchat-ads", amount: "unquantified", quotes: [][2]string{{"publicités financées par Elon Musk", "ads financed by Elon Musk"}}},
	{article: bfm, fact: "musk-fortune", amount: "unquantified", quotes: [][2]string{{"sa fortune", "his fortune"}}},
	{article: bfm, fact: "massive-investment", amount: "unquantified", quotes: [][2]string{{"l'investissement financier massif", "the massive financial investment"}}},
	{article: bfm, fact: "rising-rewards", amount: "unquantified", quotes: [][2]string{{"récompenses financières", "financial rewards"}}},
	{article: bfm, fact: "musk-millions", amount: "unquantified", quotes: [][2]string{{"les millions de dollars fournis", "the millions of dollars supplied"}}},
	{article: bfm, fact: "meta-ads-harris", amount: "more than 100 million USD", quotes: [][2]string{{"plus de 100 millions de dollars", "more than 100 million dollars"}}},
	{article: bfm, fact: "meta-ads-trump", amount: "a little over some 10 million USD", quotes: [][2]string{{"un peu plus d'une dizaine de millions de dollars", "a little more than some ten million dollars"}}},
	{article: bfm, fact: "swing-states-listed", amount: "7 swing states", quotes: [][2]string{{"sept États clés", "seven key states"}, {"Pennsylvanie, Georgie, Nevada, Arizona, Michigan, Wisconsin et Caroline du Nord", "Pennsylvania, Georgia, Nevada, Arizona, Michigan, Wisconsin and North Carolina"}}},
	{article: bfm, fact: "deciding-margin", amount: "a few tens of thousands of votes", quotes: [][2]string{{"quelques dizaines de milliers de voix", "a few tens of thousands of votes"}}},
	{article: bfm, fact: "phone-numbers", amount: "2 phone numbers", quotes: [][2]string{{"deux numéros de téléphone", "two phone numbers"}}},
	{article: bfm, fact: "potential-voters", amount: "2 potential voters", quotes: [][2]string{{"deux précieux électeurs potentiels", "two precious potential voters"}}},
	{article: bfm, fact: "employees-recruited", amount: "hundreds of employees", quotes: [][2]string{{"centaines de salariés", "hundreds of employees"}}},
	{article: bfm, fact: "snapchat-states", amount: "2 swing states", quotes: [][2]string{{"deux des sept États clés", "two of the seven key states"}}},
	{article: bfm, fact: "meta-window", amount: "3 months", quotes: [][2]string{{"trois derniers mois", "last three months"}}},
	{article: bfm, fact: "twitter-purchase", date: "2022", quotes: [][2]string{{"racheté en 2022", "bought in 2022"}}},
	// The period is the year of the sentence before.
	{article: bfm, fact: "twitter-wish", date: "2022", quotes: [][2]string{{"dès cette période", "from that period"}, {"en 2024", "in 2024"}, {"ton de la plaisanterie", "tone of a joke"}}, want: []ProblemKind{NoDate}},
	{article: bfm, fact: "carlson-interview", date: "2024-10", quotes: [][2]string{{"Début octobre", "Early October"}}},
	{article: bfm, fact: "daily-award-end", date: "2024-11-05", quotes: [][2]string{{"scrutin du 5 novembre", "poll of 5 November"}}},
	{article: bfm, fact: "election-2024", date: "2024-11-05", quotes: [][2]string{{"5 novembre prochain", "5 November next"}}},
}

// longer are reports with the quote that would carry them, for those above whose
// quote does not.
var longer = []report{
	{
		article: next, fact: "swing-states-listed", amount: "7 swing states",
		quotes: [][2]string{{
			"États pivots (Pennsylvanie, Wisconsin, Michigan, Arizona, Nevada, Géorgie et Caroline du Nord)",
			"pivot states (Pennsylvania, Wisconsin, Michigan, Arizona, Nevada, Georgia and North Carolina)",
		}},
	},
	{
		article: bfm, fact: "daily-award", amount: "1 million USD per day",
		quotes: [][2]string{{
			"un million de dollars, chaque jour jusqu'au scrutin du 5 novembre",
			"one million dollars, every day until the poll of 5 November",
		}},
	},
	{
		article: bfm, fact: "daily-award", date: "../2024-11-05",
		quotes: [][2]string{{
			"un million de dollars, chaque jour jusqu'au scrutin du 5 novembre",
			"one million dollars, every day until the poll of 5 November",
		}},
	},
	{
		article: bfm, fact: "twitter-wish", date: "2022",
		quotes: [][2]string{{
			"racheté en 2022. Dans la biographie autorisée qui lui est dédiée, l'auteur Walter Isaacson rapportait dès cette période",
			"bought in 2022. In the authorised biography devoted to him, the author Walter Isaacson reported from that period",
		}},
	},
}

func (r report) quote() Quote {
	var qs []Quote
	for _, q := range r.quotes {
		qs = append(qs, Quote{Lang: "fr", Text: q[0], Translation: q[1]})
	}
	qs[0].More = qs[1:]
	return qs[0]
}
