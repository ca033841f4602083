package evidence

import (
	"strings"
	"sync"
	"time"

	"receipts/internal/amount"
)

// french is made when it is needed first; see [english].
var french = sync.OnceValue(func() *language {
	return indexed(&language{
		groupMarks:   " .'’",
		decimalMarks: ",.",
		ordinals:     strings.Fields("er re ère e ème eme ième ieme nd nde es èmes"),
		timeMark:     "h",

		cardinal:  frenchCardinal,
		one:       []string{"un", "une"},
		the:       []string{"le"},
		fractions: map[string]int{"demi": 2, "demie": 2, "quart": 4, "quarts": 4, "tiers": 3, "cinquième": 5, "cinquièmes": 5, "dixième": 10, "dixièmes": 10},
		andAHalf:  listOf("et demi, et demie"),
		scales: map[string]int{
			"mille": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "billion": 12, "billions": 12,
		},
		letters: map[string]int{"k": 3, "m": 6, "mio": 6, "mrd": 9, "md": 9, "mds": 9},
		collectives: map[string]int{
			"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
			"cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
			"dizaines": 10, "douzaines": 12, "centaines": 100, // after a number only
		},
		parts:   strings.Fields("tiers quart quarts cinquième cinquièmes dixième dixièmes fois"),
		few:     phrasesOf(map[string]string{"a few": "quelques", "several": "plusieurs, divers, diverses, multiples, différents, différentes"}),
		plurals: map[string]int{"dizaines": 1, "douzaines": 1, "centaines": 2, "milliers": 3, "millions": 6, "milliards": 9},
		dozens:  "douzaines",
		some:    []string{"quelque", "quelques"},
		// "à peine 40" is "tout au plus 40". Of a verb in two parts ("n'a pas dépassé")
		// the denial is read apart; see doubt.go.
		qualifiers: phrasesOf(map[amount.Qualifier]string{
			amount.MoreThan: `plus de, plus des, >, au - delà de|des|du, supérieur|supérieure|supérieurs|supérieures à|aux, au - dessus de|des,
			dépasse|dépassent|dépassait|dépassera|dépassant|dépassé|dépasser|excède|excèdent|excédant|excédé|excéder désormais|largement|déjà|nettement|bien|maintenant? les|le|la?,
			franchi|franchit|franchir|franchissant|dépasse|dépassent|dépassé|dépasser|passé|passer la|le barre|cap|seuil de|des|du`,
			amount.ALittleOver: "un? tout? petit? peu plus de, légèrement plus de, à peine plus de, guère plus de, un peu au - delà de, dépasse|dépassant|dépassé à peine les|le?",
			amount.AtLeast:     "au moins, ≥, > =, min .?, a minima, au minimum, pas moins de, un? minimum de?, à partir de, au bas mot",
			amount.LessThan:    "atteint|atteignent|atteignait|atteindra pas les|le|la?, atteint|atteignent|atteindra pas la|le barre|cap|seuil de|des|du, moins de, même pas, pas même, <, inférieur|inférieure|inférieurs|inférieures à|aux, sous la|le barre|seuil de|des|du, sous les, en dessous de|des|du, au - dessous de|des|du",
			amount.UpTo: `dépasse|dépassent|dépassait|dépassera|dépasserait|excède|excèdent pas les|le|la?, dépasse|dépassent|dépassera pas la|le barre|cap|seuil de|des|du,
			jusqu' à, ≤, < =, max .?, jusqu' à concurrence de, au plus, tout au plus, au maximum, pas plus de, à peine, un? maximum de?,
			plafonné|plafonnée|plafonnés|plafonnées|limité|limitée|limités|limitées à, ne peut|peuvent|pourra|pourront|saurait|doit|doivent pas? excéder|dépasser les|le|la?, peut|peuvent|pouvait|pouvaient|pourra|pourront|pouvant atteindre|totaliser les|le|la?, peut|peuvent|pouvait|pouvaient|pourra|pourront|pouvant monter|grimper|aller|avoisiner à|jusqu' à?, dans la limite de, un? plafond de`,
			amount.About: `estimé|estimée|estimés|estimées|évalué|évaluée|évalués|évaluées à, environ, env .?, approx .?, ca ., ~, ≈, à peu près, autour de|des, aux alentours|environs de|des, de l' ordre de, approximativement, grosso modo ;?, en gros ;?, plus ou moins, quelque chose comme,
			avoisine|avoisinent|avoisinait|avoisinant|avoisiner les|le?`,
			amount.Nearly: `près de, presque, quasiment, quasi, pratiquement, un peu moins de, pas loin de, pas tout à fait,
			frôle|frôlent|frôlant|approche|approchent|approchant les|le?`,
			amount.Exactly: "exactement, précisément",
		}),
		behind: phrasesOf(map[amount.Qualifier]string{
			amount.AtLeast: `au moins, au minimum, a minima, min .?, ou plus, et plus, minimum, au bas mot, ou davantage, ;? voire|sinon plus|davantage, ; ou plus,
			( au? minimum ), ( au moins ), +`,
			amount.UpTo:        "au plus, au maximum, max .?, tout au plus, maximum, ou moins, ( au? maximum ), ;? voire|sinon moins",
			amount.About:       "environ, à peu près, ;? à peu de chose|choses près, ;? grosso modo",
			amount.ALittleOver: "et quelques, et des poussières",
			amount.Nearly:      ";? ou presque|quasiment",
			amount.Exactly:     "exactement, précisément",
		}),
		orMore:  listOf("+"),
		between: phrasesOf(map[string]string{"et": "entre", "à": "de"}),
		to:      []string{"à"},

		aroundWords: frenchAround(),

		regionJoins: []string{"et", "ou", "comme"},

		of:    []string{"de", "d'"},
		ofThe: listOf("des, de ces, de ses, de nos, d' entre les"),
		outOf: listOf("sur"),
		in:    []string{"en", "dans"},
		currencies: phrasesOf(map[currency]string{
			{"USD", true, "dollar"}: "dollars états - uniens, dollars us, dollar us, usd",
			{"GBP", true, "pound"}:  "livres sterling, livre sterling, gbp",
			{"XOF", true, "franc"}:  "francs cfa",
			{"EUR", true, "euro"}:   "eur",
			{"CHF", true, ""}:       "chf",
		}),
		moneyNames: kinds(`dollar: dollar dollars; peso: peso pesos; pound: livre livres; franc: franc francs; crown: couronnes; rupee: roupie roupies; dinar: dinar dinars; dirham: dirham dirhams;
		rial: rial rials riyal riyals; real: reais réaux; shilling: shilling shillings; won: won wons; lira: lires; euro: euro euros; yen: yen yens; yuan: yuan yuans; rouble: rouble roubles; zloty: zloty zlotys;
		forint: forint forints; hryvnia: hryvnia hryvnias; shekel: shekel shekels; rand: rand rands; naira: naira nairas; baht: baht bahts; lev: leva; leu: lei; mark: marks; tenge: tenge tenges`),
		nations: phrasesOf(map[string]string{
			"USD": "américain, américains", "CAD": "canadien, canadiens", "AUD": "australien, australiens", "NZD": "néo - zélandais", "HKD": "de hong - kong", "SGD": "de singapour, singapouriens", "TWD": "taïwanais",
			"MXN": "mexicain, mexicains", "ARS": "argentin, argentins", "CLP": "chilien, chiliens", "COP": "colombien, colombiens", "PHP": "philippins", "CUP": "cubains", "UYU": "uruguayens",
			"GBP": "britannique, britanniques", "EGP": "égyptienne, égyptiennes", "LBP": "libanaise, libanaises", "SYP": "syriennes", "IEP": "irlandaises", "CHF": "suisse, suisses", "FRF": "français",
			"BEF": "belge, belges", "RWF": "rwandais", "CDF": "congolais", "SEK": "suédoise, suédoises", "NOK": "norvégienne, norvégiennes", "DKK": "danoise, danoises", "ISK": "islandaises", "CZK": "tchèques",
			"INR": "indienne, indiennes", "PKR": "pakistanaises", "LKR": "sri - lankaises", "NPR": "népalaises", "IDR": "indonésiennes", "DZD": "algérien, algériens", "IQD": "irakiens", "JOD": "jordaniens",
			"KWD": "koweïtiens", "TND": "tunisien, tunisiens", "RSD": "serbes", "LYD": "libyens", "AED": "émiratis", "MAD": "marocain, marocains", "IRR": "iraniens", "QAR": "qatariens", "SAR": "saoudiens",
			"BRL": "brésiliens", "KES": "kényans", "UGX": "ougandais", "KRW": "sud - coréens", "TRY": "turque, turques", "ITL": "italiennes", "JPY": "japonais", "CNY": "chinois", "RUB": "russe, russes",
			"BYN": "biélorusses", "PLN": "polonais", "HUF": "hongrois", "UAH": "ukrainiennes", "ILS": "israéliens", "ZAR": "sud - africains", "NGN": "nigérians", "DEM": "allemands",
		}),
		real: listOf(`aurait|auraient|aurais dû|pu, accusé|accusée|accusés|soupçonné|soupçonnée|soupçonnés|blanchi|blanchie de|d', à vue de nez, à la louche, au doigt mouillé, d' après|selon une|des|les|certaines estimation|estimations,
		d' aujourd' hui, hors inflation, corrigé|corrigée|corrigés|corrigées de|par l' inflation, compte tenu de l' inflation, euros|dollars|francs|prix constants, euros|dollars|francs courants, pouvoir d' achat,
		en valeur actuelle|constante, valeur actuelle, inflation comprise, de l' inflation, aux? prix de`),
		manner: words("chèque chèques virement virements carte cartes erreur courrier prélèvement mandat avance hasard exemple ailleurs rapport tranche tranches jour téléphone internet mégarde"),
		priceWords: priceWords{
			adjusted: listOf(`corrigé|corrigée|corrigés|corrigées|ajusté|ajustée|ajustés|ajustées de|pour|par|sur l' inflation, en tenant compte de l' inflation, compte tenu de l' inflation,
			en valeur constante, en termes réels`),
			constant:   listOf("constants, constant, constantes, d' aujourd' hui"),
			heads:      []string{"prix"},
			pricedIn:   []string{"en", "à", "aux"},
			since:      []string{"en", "à"},
			unadjusted: []string{"non", "pas", "sans", "avant"},
		},
		percent: listOf("pour cent"),
		cents:   map[string]currency{"centime": {"EUR", false, "euro"}, "centimes": {"EUR", false, "euro"}},
		bases: phrasesOf(map[string]string{
			"minute": "par minute, chaque minute, / minute",
			"hour":   "par heure, chaque heure, toutes les heures, de l' heure, / heure",
			"day":    "par jour, chaque jour, tous les jours, quotidien, quotidienne, quotidiens, quotidiennes, quotidiennement, journalier, journalière, journaliers, journalières, / jour",
			"week":   "par semaine, chaque semaine, toutes les semaines, hebdomadaire, hebdomadaires, / semaine",
			"month":  "par mois, chaque mois, tous les mois, mensuel, mensuelle, mensuels, mensuelles, mensuellement, / mois",
			"year":   "par an, par année, chaque année, tous les ans, annuel, annuelle, annuels, annuelles, annuellement, / an",
		}),
		rates: phrasesOf(map[string]string{
			"minute": "la minute", "hour": "l' heure", "day": "le jour, la journée", "week": "la semaine", "month": "le mois", "year": "l' an, l' année",
		}),
		more: strings.Fields("plus moins davantage"),
		than: []string{"de", "d'", "que", "qu'"},
		per:  listOf("par, pour chaque, à chaque, à tout, à toute, pour tout, pour toute, chaque"),
		stop: strings.Fields(`de d' des du la le les l' un une et ou à au aux en dans sur sous par pour avec sans entre contre
		chez vers depuis avant après pendant que qu' qui dont où si ne n' se s' y c' j' m' t' est sont était étaient a ont
		avait avaient sera seront peut peuvent pourrait pourraient ce cet cette ces son sa ses leur leurs mais donc or ni car
		plus moins il elle ils elles on nous vous je comme alors lors puis jusqu' chaque tous toutes tout toute afin selon
		déjà ensuite environ presque quelques plusieurs`),
		linkNouns: true,
		labels: strings.Fields(`article articles art section sections chapitre titre page pages p pp paragraphe alinéa ligne
		version numéro volume tome proposition question figure tableau annexe règle règlement formulaire top route chaîne web twitter`),
		clock: []string{"à", "vers", "dès", "avant", "après"},

		months: map[string]int{
			"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
			"septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
		},
		monthsShort: map[string]int{
			"janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
		},
		doubtful:    []string{"sept"}, // the number at the end of a sentence
		inMonth:     strings.Fields("en début mi fin courant dès"),
		dayArticle:  "le",
		partOfMonth: []string{"début", "mi", "fin", "courant"},
		last:        []string{"dernier", "dernière", "passé", "écoulé"},
		next:        []string{"prochain", "prochaine"},
		around:      listOf("vers le|la?, environ, aux alentours|environs de|du, autour de|du, ca ., env ., ~"),
		quarters:    map[string]int{"premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "dernier": 4, "dernière": 4},
		dayWords:    map[string]int{"premier": 1},
		weekdays: map[string]time.Weekday{
			"lundi": time.Monday, "mardi": time.Tuesday, "mercredi": time.Wednesday, "jeudi": time.Thursday,
			"vendredi": time.Friday, "samedi": time.Saturday, "dimanche": time.Sunday,
		},
		decade: "années",
		edges: phrasesOf(map[edge]string{
			{until: true, lasts: true}:  "jusqu', jusque",
			{since: true, lasts: true}:  "depuis",
			{since: true}:               "partir, à compter",
			{state: true}:               "au, à la date du|de",
			{until: true, direct: true}: "avant le|la?, d' ici le|la|au|à?, au plus tard le|en?, pas après le|la?, pas plus tard que|qu' le|en?",
			{since: true, direct: true}: "après le|la?, avec effet au|le, prenant effet le, dès le|la?, au plus tôt le|en?, pas avant le|la?",
			{not: true, direct: true}:   "pas|non|jamais le|la|en|au?",
		}),
		edgesBehind: phrasesOf(map[edge]string{
			{until: true}: "au plus tard, ou|et avant, ou plus tôt",
			{since: true}: "au plus tôt, et|ou après, ou plus tard, et au - delà",
		}),
		shifts: phrasesOf(map[int]string{-1: "la veille de|du", 1: "le lendemain de|du"}),
		relative: phrasesOf(map[relative]string{
			{unitDay, -2}: "avant - hier", {unitDay, -1}: "hier", {unitDay, 0}: "aujourd' hui", {unitDay, 1}: "demain", {unitDay, 2}: "après - demain",
			{unitWeek, -1}: "la semaine dernière, la semaine passée", {unitWeek, 0}: "cette semaine", {unitWeek, 1}: "la semaine prochaine",
			{unitMonth, -1}: "le? mois dernier|passé", {unitMonth, 0}: "ce mois - ci", {unitMonth, 1}: "le? mois prochain",
			{unitYear, -1}: "l' an dernier, l' année dernière, l' an passé, l' année passée", {unitYear, 0}: "cette année",
			{unitYear, 1}: "l' an prochain, l' année prochaine",
		}),
		agoBefore: listOf("depuis, il y a, voilà, voici"),
		agoUnits: map[string]unit{
			"jours": unitDay, "jour": unitDay, "mois": unitMonth, "ans": unitYear, "an": unitYear, "années": unitYear,
		},
		dateTables: frenchDates(),
		noDate: listOf(`l' année suivante, l' année précédente, l' année d' après, l' année d' avant, le lendemain, la veille,
		le mois suivant, la semaine suivante, cette période, à l' époque, cette époque, récemment, jusque - là,
		depuis plusieurs jours, depuis quelques jours, depuis quelques heures, depuis plusieurs semaines, depuis plusieurs mois,
		depuis quelques semaines, depuis quelques mois, depuis plusieurs années, pour l' heure, vient de`),
	})
})
