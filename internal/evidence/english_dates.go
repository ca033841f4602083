package evidence

import "strings"

func englishDates() dateTables {
	const share = `most much half part rest remainder bulk majority portion fraction course`
	return dateTables{
		dateBefore: phrasesOf(map[Doubt]string{
			Unread: `perhaps, maybe, possibly, probably, allegedly, reportedly, apparently, supposedly, presumably, likely, or, either, between, within,
			except, except for, with the exception of, excluding, other than, apart from, aside from, besides, barring, bar, save, save for, minus, outside of?,
			any|every|all day|days|week|weeks|month|months|year|years but, all but, everything but, anything but, but, followed, following, preceded, preceding, rather|other than, instead of, in place of, unlike, than, shy|short of, around|about the time of, halfway|midway through, every other, alternate, without, plus, if, unless, as if, ahead of, in the run - up to, around or|and, on or before|after, about or`,
			Denied: "not, never",
		}),
		dateEach: listOf(`every, each, any, every|each|any|all|most|per other? day|days|night|week|month|months|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekday|weekend|morning|evening|quarter|summer|spring|fall|autumn|winter, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays, weekdays, annually, yearly, once|twice a year, times a year,
			each and every, a year ;?`),
		dateNear: words(`day days week weeks month months year years hour hours minute minutes decade decades quarter quarters half halves weekend weekends fortnight century
			anniversary eve aftermath wake lead run-up countdown annual fiscal financial budget tax fy
			than past beyond toward towards approaching nearing following preceding succeeding ahead pending versus vs like unlike post pre ex near nearly almost
			until till since before after by into ago while sometime morning evening night afternoon soon just right long well shortly immediately later earlier prior next last previous upcoming every each ` + share),
		dateBehind: listOf(`or, or so, perhaps, maybe, possibly, probably, ish, - ish, at best, approximately, roughly, give or take, if, unless,
			fiscal, fiscal|financial|budget|tax year, fiscal|financial|budget|tax years, excluded, excepted, aside, apart, anniversary, to date, so far, and every, and each,
			of? each|every, annually, week, weekend, half, quarter, - quarter, year - end`),
		datePlace:   strings.Fields("on in at during over for throughout within"),
		dateThrough: strings.Fields("the a an of this that these those its his her their our my only also"),
		datePart: listOf(`early|late|mid, mid -, the? very? end|start|beginning|middle|close|dawn|month of the?, the? early|late|first|last|final|opening|closing part|stages|days|weeks|months of the?, the? close of business on?, midnight on, end -, all through|throughout,
			the? morning|afternoon|evening|night|day of, toward|towards the? end|start|beginning|middle|close of the?, the? calendar year?, the? year, calendar, later|earlier|back|sometime in, the? course of`),
		yearNoun:    []string{"year"},
		fiscal:      strings.Fields("fiscal financial budget tax school academic season cycle election year"),
		takesEffect: words(`apply applies applied applying effect effective force valid must shall required binding banned barred forbidden allowed permitted begin begins`),
		moves: words(`moved postponed rescheduled delayed pushed shifted deferred adjourned changed put bumped advanced brought moving postponing rescheduling delaying pushing shifting deferring changing
			move postpone reschedule delay push shift defer change moves postpones reschedules delays pushes shifts postponement`),
		timeRanks:  words("previous preceding following prior last next past other same"),
		timeShifts: words("ago earlier later before after prior previously back hence beforehand afterwards afterward"),
		timeFrom:   strings.Fields("before after"),
		longTimes:  words("century centuries millennium term terms cycle cycles fiscal fy semester yesteryear"),
		ofNoun:     strings.Fields("the of a this that"),
		that:       []string{"that"},

		seasons:   map[string]int{"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
		partCodes: map[byte]int{'Q': 3, 'H': 6},
		timeLengths: map[string]length{
			"day": {days: 1}, "days": {days: 1}, "week": {days: 7}, "weeks": {days: 7}, "fortnight": {days: 14},
			"month": {months: 1}, "months": {months: 1}, "quarter": {months: 3}, "quarters": {months: 3}, "half": {months: 6},
			"year": {months: 12}, "years": {months: 12}, "decade": {months: 120}, "decades": {months: 120},
		},
		periods: strings.Fields("period term cycle session season"),
		firsts:  strings.Fields("first opening initial"),
		finals:  strings.Fields("last final closing fourth"),
		ends: phrasesOf(map[int]string{
			-1: `ended, ending, that|which ended|ends|closed, finished, finishing, closed, closing, concluding, to, up to, through, leading? up to, running to|through`,
			1:  `beginning, starting, commencing, that|which began|begins|starts|started, from`,
		}),
		endLead: strings.Fields("on in at the"),

		this:      []string{"this"},
		passed:    []string{"past"},
		coming:    []string{"coming"},
		anyDay:    strings.Fields("a an the any another one some most"),
		partOfDay: strings.Fields("morning afternoon evening night noon midday"),
		noons:     strings.Fields("noon midday midnight"),
		oclock:    []string{"o'", "hours"},
		opensDays: strings.Fields("from between"),
		leads: strings.Fields(`on in at late early the by since until till from between during overnight night nights through as of and but only later earlier
			before after to into`),
		fragments: strings.Fields("at in on during before after outside inside under with near from for"),

		verbs: tenses(map[tense]string{
			past:  "was were had did",
			ahead: "will shall ll",
			unclear: `has have is are be am would could might may should must can need needs scheduled planned expected due set slated postponed delayed rescheduled adjourned
			plan plans expect expects hope hopes want wants intend intends start starts begin begins open opens close closes end ends expire expires meet meets vote votes
			hold holds take takes run runs go goes return returns come comes face faces arrive arrives leave leaves become becomes resume resumes`,
		}),
		have:      words("has have"),
		now:       words("is are s"),
		awaited:   words("scheduled planned expected due set slated"),
		helpers:   words("be been being is are was were has have had having get gets got"),
		pastForms: []string{"ed"},
		bounds:    words("began begun begin begins start starts started opened opens launched ended ends closed closes finished concluded ran lasted until start beginning end"),
		irregularPast: words(`said told gave made took wrote spoke met held began won lost paid sent spent got came went saw ran sold bought brought sought fell rose
			left kept led heard found felt thought became broke chose drew drove flew grew hit cut put shut quit knew laid lent meant read rode sat shook shot showed slept
			stood stole struck swore taught threw understood withdrew given taken written spoken seen done gone fought fled dealt fed hid hung hurt let lit sank spread stuck swept tore begun known chosen broken drawn sworn shown withdrawn`),
		betweenVerbs: words("not never also already since just then first been still ever again now later"),
	}
}
