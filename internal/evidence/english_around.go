package evidence

import "strings"

// Verbs of transfer, by which money changes hands, in all their forms.
func englishMoved() string {
	return conjugated(`pay spend lend invest transfer collect earn award grant hand wire pour send offer deposit
		channel funnel borrow win reward fund back inject refund`, "_ s ing") + " " +
		conjugated("invest transfer collect earn award grant hand wire pour offer deposit channel funnel borrow reward fund back inject refund", "ed") + " " +
		conjugated("donat contribut receiv provid promis pledg rais distribut allocat los", "e es ed ing") + ` paid spent lent sent won lost
		give gives gave given giving get gets got gotten getting make makes made making put puts putting bring brings brought
		commit commits committed committing take takes took taken taking gain gains gained gaining`
}

func englishAround() aroundWords {
	return aroundWords{
		before: phrasesOf(map[Doubt]string{
			Computed: `twice|double|triple|quadruple|thrice|half the|of|that|his|her|its|their|a|this?, half of the|his|her|its|their|that, third|thirds|quarter|quarters|fifth|fifths|tenth|tenths of the|his|her|its|their|that?,
			fraction|part|share|majority|most|rest|multiple|some|portion of the|his|her|its|their|that, times the|that?, percent of the|that?, per cent of the|that?, % of the|that?`,
			Denied: `none of the|his|her|its|their|these, far|nowhere from|near the?, anything but, instead of the?, rather than the?, neither, nor, not, never`,
			Unread: `estimated|valued|put|reported|priced|rumoured|rumored at|to be?, an? estimate|estimated|alleged|reported of?, upward|upwards|short|shy|excess of, perhaps, maybe,
			possibly, probably, as high|low|little|large|small|few as, some thing like, something like, verging|bordering on, or`,
			NoDoubt: `not only|just|merely|simply|least, no less|fewer than`,
		}),
		after: phrasesOf(map[Doubt]string{
			Computed: `each, apiece, times, a head|pop|piece, per head, multiplied|divided by, less|more|fewer|higher|lower than, two|three|four|several times, twice over`,
			Unread: `max, min, tops, plus, minus, less, more, short, odd, ish, est, approx, perhaps, maybe, if that, if any thing|not|at?,
			at best|worst|most, at the very|outside most?, in theory, on paper, extra, equivalent, give, shy, and counting, estimated, or|and upwards|upward, alleged, supposed`,
		}),
		noRate: strings.Fields("ago later earlier before after"),
		apiece: []string{"each"},

		denials: phrasesOf(map[denialKind]string{
			negates: `not, never, didn' t, doesn' t, don' t, hasn' t, haven' t, hadn' t, wasn' t, weren' t, isn' t, aren' t, won' t,
			wouldn' t, couldn' t, can' t, cannot, shouldn' t, hardly ever, no longer`,
			refuses: `deny|denies|denied|denying, refuse|refuses|refused|refusing, fail|fails|failed|failing to, declined|declines|declining to,
			instead of, rather than, without, yet to, still to, avoid|avoids|avoided, short of, abstained|refrained from, stopped from`,
			disowns: `nobody, no one, no - one, none of, no, neither, false|untrue|wrong that, false|untrue|wrong to say that`,
			clears: `not only|just|merely|simply|least, not hesitate|hesitated to, didn' t hesitate to, doesn' t hesitate to, not until,
			no doubt|wonder|matter|less|fewer|more|secret|question, not the only|first|last, without saying|explaining|asking`,
		}),
		negation: listOf(`was|were|is|are|has|have|had|did|does|do|will|would|could not|never, never, wasn' t, weren' t, isn' t, aren' t,
		didn' t, hasn' t, haven' t, hadn' t, won' t`),
		untrue: listOf(`is|was|are|were false|wrong|untrue|inaccurate|incorrect|bogus|fictitious|fake|invented, never existed|arrived|came|materialised|materialized,
		does|did not|never exist|arrive|materialise|materialize, doesn' t|didn' t exist`),
		reaching: listOf("reach|reaches|reached|reaching|hit|hits the?"),
		light: words(`the a an his her its their to be been being have has had having yet ever even actually really also already still
		want wants wanted wish wished able agree agreed plan planned intend intended going try tried manage managed himself herself
		personally directly any all of fully entirely`),
		anew:  strings.Fields("has have had is was were are will"),
		moved: words(englishMoved()),
		clauses: strings.Fields(`who whom whose which but and when while if because although though where after before until
		so`),
		and:     []string{"and"},
		lasting: strings.Fields("for in within during since after before"),
		times:   strings.Fields("minute minutes hour hours day days week weeks month months year years quarter quarters decade decades"),

		harmless: words(englishMoved(), `the a an this that these those his her its their my your our whose of for to with by in on at
		into from and but which who is are was were be been being has have had having do does did will would to
		him them me us it them you there where when while because between among against during under through per if
		only already just now also then finally even recently personally directly initially previously eventually
		 automatically exactly cost costs worth totals totalled totaled total totalling
		reach reaches reached reaching hit hits include includes including say says said hold holds held keep keeps kept
		owe owes own owns use uses used using buy buys bought sell sells sold see sees saw seek seeks sought
		needs need want wants name names find finds found cover covers all both any run runs ran out up back away in
		 vs versus sponsor sponsors sponsoring target targets s claim claims`),
		articles: strings.Fields("a an the his her its their this that these those my our your some"),
		forms:    []string{"ed", "ing"},
		ranks:    strings.Fields("last next past first other remaining final top same"),
		bounding: words("exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topped topping crossed crossing capped approaching nearing"),
		stronger: strings.Fields("well far way much easily comfortably significantly considerably largely already now clearly still"),
		adverb:   "ly",
		or:       []string{"or"},

		dateBefore: phrasesOf(map[Doubt]string{
			Unread:   `perhaps on|in?, maybe on|in?, possibly on|in?, probably on|in?, allegedly on|in?, reportedly on|in?, or, or on|in, the? week|weekend of the?, on or before|after, either on?`,
			Denied:   "not, never",
			Computed: `shortly|soon|just|right|days|weeks|months|hours|day|week|month|years|year|long before|after|following|from the?`,
		}),
		dateLead: strings.Fields("on in the"),
		ofNoun:   strings.Fields("the of a this that"),
		that:     []string{"that"},
		dateBehind: phrasesOf(map[Doubt]string{
			Unread: "or, or so, perhaps, maybe, possibly, probably, ish, - ish, at best, approximately, roughly, give or take",
		}),
	}
}
