package evidence

import (
	"strings"
	"sync"
	"time"

	"receipts/internal/amount"
)

// english is made when it is needed first: its tables would take 3 ms of every
// start, and are made while another processor reads the layouts.
var english = sync.OnceValue(func() *language {
	return indexed(&language{
		groupMarks:   ",",
		decimalMarks: ".",
		ordinals:     []string{"st", "nd", "rd", "th"},

		cardinal:  englishCardinal,
		one:       []string{"a", "one"},
		the:       []string{"the"},
		fractions: map[string]int{"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fifth": 5, "fifths": 5, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10},
		andAHalf:  listOf("and a half"),
		scales: map[string]int{
			"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "bln": 9, "mln": 6, "trn": 12, "lakh": 5, "crore": 7,
		},
		letters:     map[string]int{"k": 3, "thou": 3, "mio": 6, "m": 6, "mn": 6, "mln": 6, "grand": 3, "mm": 6, "mil": 6, "mill": 6, "b": 9, "bn": 9, "bln": 9, "bil": 9, "t": 12, "tn": 12, "trn": 12},
		collectives: map[string]int{"dozen": 12},
		parts: strings.Fields(`third thirds quarter quarters fifth fifths tenth tenths half halves first second fourth sixth
		seventh eighth ninth hundredth thousandth times`),
		few: phrasesOf(map[string]string{"a few": "a few, few", "several": "several, various, multiple"}),
		plurals: map[string]int{
			"tens": 1, "dozens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9,
			"dozen": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, // after "a few" and "several" only
		},
		dozens: "dozens",
		some:   []string{"some"},
		// "as much as" says no more than "up to", and "barely 40" is "at most 40".
		qualifiers: phrasesOf(map[amount.Qualifier]string{
			amount.MoreThan: `more than, over, above, beyond, >, in excess of, upwards|upward of, greater than, north of,
			well|far|way|just past the?, ran|runs|climbed|climbs|soared|shot|sailed|pushed|went|goes|blew|swept|crept past the?, to|will|would|could|may|might|can|should top, expected|projected|forecast|likely|set|due|poised to top|exceed|surpass,
			exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|topped|topping the?, crossed|crossing the,
			cross|crosses|crossed|crossing|pass|passes|passed|passing|break|breaks|broke|broken|breaking through? the threshold|mark|barrier|bar|milestone of the?`,
			amount.ALittleOver: "a? little|bit|shade|touch|tad|hair|fraction over|above, a? little|bit|shade|touch|tad|hair|fraction more than, slightly more than, slightly over|above, barely|hardly|scarcely more than, barely|hardly|scarcely over, just over, just above",
			amount.AtLeast:     "at least, at the very? least, ≥, > =, min .?, no less than, no fewer than, not less than, not fewer than, a? minimum of?, starting at|from, start|starts at|from",
			amount.LessThan:    "less than, <, fewer than, under, below, not even",
			amount.UpTo: `up to, ≤, < =, max .?, as much as, as many as, at most, no more than, not more than, a? maximum of?, a? legal|federal|annual|official|spending|campaign|contribution? limit|ceiling|cap of, barely, hardly, scarcely,
			capped|limited at|to, a? cap of, restricted to, not|never top the?, won'|didn'|doesn' t top the?, tops|topped|maxes|maxed|topping|maxing out at, can|may reach|total|hit the?, can|may run|rise|climb|go|amount|come to`,
			amount.About: `about, around about, an? estimated, estimated at|to be?, around, roughly, approximately, approx .?, circa, ca ., c ., ~, ≈, in the region|ballpark|vicinity|area|range of, in the order of, on the order of, more or less,
			in the neighborhood|neighbourhood of, somewhere around|near, give or take, give or take a few|little|bit ;?, some thing like, something like, roughly|broadly speaking ;?, roughly|approximately ;`,
			amount.Nearly: `nearly, almost, close|near to|on|upon, just under, just below, a? little|bit|shade|touch|tad|hair|fraction under|below, a? little|bit|shade|touch|tad|hair|fraction less than,
			slightly less than, slightly under|below, not quite, not far from, just? shy of, nigh on, getting on for, approaching|approached|approaches, nearing|nears|neared the?`,
			amount.Exactly: "exactly, precisely",
		}),
		behind: phrasesOf(map[amount.Qualifier]string{
			amount.AtLeast:     "or more, at least, at the very? least, at a minimum, min .?, and more, or above|greater|higher, and up|above, minimum, ;? if not more, ; or more, - plus, +",
			amount.UpTo:        "at most, at the very? most|maximum|outside, max .?, or less, or fewer, at a maximum, maximum, tops, ;? if not less|fewer",
			amount.About:       "or so, or thereabouts, ;? give or take, - ish, ;? near|nearly|close enough, ;? more or less",
			amount.ALittleOver: "and change, and a bit|little",
			amount.Nearly:      ";? or nearly|almost",
			amount.Exactly:     "exactly",
		}),
		odd:             listOf("- odd"),
		orMore:          listOf("+, - plus"),
		adjectivesFirst: true,
		between:         phrasesOf(map[string]string{"and": "between", "to": "from"}),
		to:              []string{"to"},

		aroundWords: englishAround(),

		of:    []string{"of"},
		ofThe: listOf("of the, of these, of those, of its, of his, of her, of their"),
		outOf: listOf("out of"),
		in:    []string{"in"},
		currencies: phrasesOf(map[currency]string{
			{"USD", false, "dollar"}: "bucks",
			{"USD", true, "dollar"}:  "us dollars, us dollar, u . s . dollars, usd",
			{"GBP", true, "pound"}:   "pounds sterling, sterling",
			{"KRW", true, "won"}:     "south? korean won",
			{"CNY", true, "yuan"}:    "renminbi",
			{"EUR", true, "euro"}:    "eur",
			{"GBP", true, ""}:        "gbp",
			{"CHF", true, ""}:        "chf",
		}),
		moneyNames: kinds(`dollar: dollar dollars; peso: peso pesos; pound: pound pounds; franc: franc francs; crown: crowns krona kronor krone kroner koruna; rupee: rupee rupees; dinar: dinar dinars;
		dirham: dirham dirhams; rial: rial rials riyal riyals; real: reais; shilling: shilling shillings; lira: lira liras lire; euro: euro euros; yen: yen; yuan: yuan; rouble: rouble roubles ruble rubles;
		zloty: zloty zlotys; forint: forint forints; hryvnia: hryvnia hryvnias; shekel: shekel shekels; rand: rand; won: won; naira: naira; baht: baht; lev: leva; leu: lei; mark: marks; ringgit: ringgit;
		cedi: cedi cedis; taka: taka; tenge: tenge`),
		cents: map[string]currency{"cents": {"USD", false, "dollar"}},
		nations: phrasesOf(map[string]string{
			"USD": "american", "CAD": "canadian", "AUD": "australian", "NZD": "new zealand", "HKD": "hong kong", "SGD": "singapore, singaporean", "TWD": "taiwan, taiwanese", "JMD": "jamaican",
			"MXN": "mexican", "ARS": "argentine, argentinian", "CLP": "chilean", "COP": "colombian", "PHP": "philippine", "CUP": "cuban", "UYU": "uruguayan", "DOP": "dominican",
			"GBP": "british", "EGP": "egyptian", "LBP": "lebanese", "SYP": "syrian", "IEP": "irish", "CHF": "swiss", "FRF": "french", "BEF": "belgian", "XOF": "cfa", "RWF": "rwandan",
			"SEK": "swedish", "NOK": "norwegian", "DKK": "danish", "ISK": "icelandic", "CZK": "czech", "INR": "indian", "PKR": "pakistani", "LKR": "sri lankan", "NPR": "nepalese, nepali", "IDR": "indonesian",
			"DZD": "algerian", "IQD": "iraqi", "JOD": "jordanian", "KWD": "kuwaiti", "TND": "tunisian", "RSD": "serbian", "LYD": "libyan", "AED": "emirati, uae", "MAD": "moroccan",
			"IRR": "iranian", "QAR": "qatari", "SAR": "saudi", "BRL": "brazilian", "KES": "kenyan", "TZS": "tanzanian", "UGX": "ugandan", "KRW": "south korean, korean", "TRY": "turkish", "ITL": "italian",
			"JPY": "japanese", "CNY": "chinese", "RUB": "russian", "BYN": "belarusian", "PLN": "polish", "HUF": "hungarian", "UAH": "ukrainian", "ILS": "israeli", "ZAR": "south african", "NGN": "nigerian",
			"THB": "thai", "BGN": "bulgarian", "RON": "romanian", "DEM": "german", "MYR": "malaysian", "GHS": "ghanaian",
		}),
		real: listOf(`would|could|should|might|must|may have, wouldn'|couldn'|shouldn' t have, had he|she|they|it, accused|suspected|cleared|acquitted|absolved|exonerated of, struck down, thrown out, set aside, lost|missed|lose|miss|loses|misses|losing|missing out on, talked|talk|talks|talking him|her|them|it|us out of,
		in round|rough numbers|figures|terms, rough count|estimate|guess|calculation, at|by a rough? guess|estimate|estimation, by some|most|several|their|his|her estimates|estimate|counts|accounts|reckoning, ball|ballpark figure|estimate,
		inflation - adjusted, adjusted|adjusting|adjust|corrected|correcting for inflation, real terms, today' s money|dollars|prices|terms|value|pounds|euros, constant dollars|euros|pounds|prices,
		current dollars|euros|pounds|prices, present - day, purchasing power, before|after inflation, of inflation, in real dollars|euros|pounds`),
		priceWords: priceWords{
			adjusted: listOf(`adjusted|corrected|adjusting|accounting for inflation, inflation - adjusted, taking inflation into account, when|if|once adjusted for inflation,
			in real terms, in today' s money|value`),
			constant:   listOf("constant, real, inflation - adjusted, today' s"),
			heads:      []string{"prices", "values", "terms"},
			pricedIn:   []string{"in", "at"},
			since:      []string{"to"},
			unadjusted: []string{"not", "never", "without", "before"},
		},
		percent: listOf("percent, per cent"),
		bases: phrasesOf(map[string]string{
			"minute":  "a minute, - a - minute, per minute, each minute, every minute, / minute",
			"hour":    "an hour, - an - hour, per hour, each hour, every hour, hourly, / hour",
			"day":     "a day, - a - day, - per - day, per day, each day, each and every day, every single? day, daily, per diem, / day",
			"week":    "a week, - a - week, per week, each week, every single? week, weekly, / week",
			"month":   "a month, - a - month, per month, each month, every month, monthly, / month",
			"quarter": "per quarter, each quarter, every quarter, quarterly",
			"year":    "a year, - a - year, per year, each year, every year, yearly, annually, annual, per annum, / year, p . a ., p . a, pa",
		}),
		more: strings.Fields("more less fewer"),
		than: []string{"than"},
		per:  listOf("per, for each, for every, for any, to each, to every, to any, each, every"),
		stop: strings.Fields(`of the a an and or but to in on at by for from with without per each every any that which who whom
		whose than as is are was were be been has have had will would can could may might this these those his her its their
		our my your he she it they we if when while before after since until during over under into about not no so then also exactly precisely
		out grand there where how why whether between against because i you both either only already respectively within throughout amid among amidst despite via toward towards upon onto across inside outside alongside them him me us does do did all must should shall say says said`),
		labels: strings.Fields(`section sections sec proposition propositions prop measure article articles art chapter title part page pages p pp paragraph para line
		version number volume vol question figure table rule form schedule amendment docket case channel district route
		top appendix item web twitter`),
		clock: []string{"at"},

		months: map[string]int{
			"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
			"october": 10, "november": 11, "december": 12,
		},
		monthsShort: map[string]int{
			"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
		},
		capitals:    true,
		doubtful:    []string{"may", "march", "mar", "jan"},
		names:       []string{"august"},
		inMonth:     strings.Fields("in of since early mid late last next this until till by from during through between before after"),
		monthFirst:  true,
		dayArticle:  "the",
		dayLead:     strings.Fields("on by until till since from before after"),
		partOfMonth: []string{"early", "mid", "late"},
		last:        []string{"last"},
		next:        []string{"next"},
		year:        []string{"year", "week", "month"},
		around:      listOf("around, about, circa, approximately, roughly, on or about|around, ca ., c ., ~"),
		quarters:    map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4},
		dayWords: map[string]int{
			"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
			"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
			"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
		},
		weekdays: map[string]time.Weekday{
			"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
			"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
		},
		edges: phrasesOf(map[edge]string{
			{until: true, lasts: true}:  "until, till",
			{until: true}:               "through",
			{since: true, lasts: true}:  "since",
			{since: true}:               "from, not until",
			{state: true, since: true}:  "as of the?, as at the?",
			{until: true, direct: true}: "before the?, ending on|in?, up to the?, up until, by the?, by no|not later than the?, as late as, prior to the?, not|no later than the?, not after the?",
			{since: true, direct: true}: "after the?, effective on|from?, effective as of, with effect from, as early as, not before the?, not|no earlier|sooner than the?, starting|beginning on|in?",
			{not: true, direct: true}:   "not|never on|in the?, not|never",
		}),
		edgesBehind: phrasesOf(map[edge]string{
			{until: true}: "at the latest, or|and before|earlier",
			{since: true}: "at the earliest, and|or after|later|beyond, onward, onwards",
		}),
		shifts: phrasesOf(map[int]string{-1: "the day before the?, the eve of the?", 1: "the day after the?"}),
		relative: phrasesOf(map[relative]string{
			{unitDay, -2}: "the day before yesterday", {unitDay, 2}: "the day after tomorrow", {unitDay, -1}: "yesterday", {unitDay, 0}: "today", {unitDay, 1}: "tomorrow",
			{unitWeek, -1}: "last week", {unitWeek, 0}: "this week", {unitWeek, 1}: "next week",
			{unitMonth, -1}: "last month", {unitMonth, 0}: "this month", {unitMonth, 1}: "next month",
			{unitYear, -1}: "last year", {unitYear, 0}: "this year", {unitYear, 1}: "next year",
		}),
		agoBefore: listOf("for"),
		agoAfter:  listOf("ago"),
		agoUnits: map[string]unit{
			"days": unitDay, "day": unitDay, "months": unitMonth, "month": unitMonth, "years": unitYear, "year": unitYear,
		},
		dateTables: englishDates(),
		noDate: listOf(`last|this|next|previous quarter, the following year, the previous year, the year before, the year after, the next day, the day before,
		the day after, the following month, the following week, the week before, that period, at the time, recently, until then,
		for several days, for a few days, for a few hours, for several weeks, for several months, for a few weeks,
		for a few months, for several years, has just, for now`),
	})
})
