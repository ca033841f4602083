package evidence

import "strings"

// Verbs of transfer, by which money changes hands, in all their forms.
func englishMoved() string {
	return conjugated(`pay spend lend invest transfer collect earn award grant hand wire pour send offer deposit
		channel funnel borrow win reward fund back inject refund accept repay return owe advance loan`, "_ s ing") + " " +
		conjugated("invest transfer collect earn award grant hand wire pour offer deposit channel funnel borrow reward fund back inject refund accept return ow advanc loan", "ed") + " " +
		conjugated("donat contribut receiv provid promis pledg rais distribut allocat los", "e es ed ing") + ` paid repaid spent lent sent won lost
		give gives gave given giving get gets got gotten getting make makes made making put puts putting bring brings brought
		commit commits committed committing take takes took taken taking gain gains gained gaining`
}

// englishDative are the verbs that have two objects.
func englishDative() string {
	return conjugated("pay lend owe offer send hand grant award loan wire advance fin charg bill net sav promis leas allot assign guarante forgiv feed toss stak mail cost earn bring refund allow spar bung", "_ s e es d ed ing ted ting") +
		` slipped slip slips tipped tip tips paid lent sent give gives gave given giving fed left leave leaves leaving forgave forgiven buy bought write wrote written bet lost win won cost costing invoiced brought make made run`
}

// englishChange are the words of differences: verbs, and nouns in both numbers.
func englishChange() string {
	return conjugated(`increase decrease decline reduce balloon slump swell slip slide drop dip boost hike bump correct
		amend restate revise change update trim slash lower outpace trail lag overshoot undershoot overestimate underestimate exaggerate overstate
		understate underreport overreport undercount overcount overpay underpay outspend outraise outnumber outweigh outearn outbid surpass halve shave dwarf eclipse outstrip undercut rival
		improve widen narrow double triple quadruple inflate deflate differ vary spike lack rebound lift slim pare`, "_ s d ed ing ping ning ting med ming") + " " +
		conjugated(`increas decreas declin reduc surg plung chang updat improv halv exaggerat overstat understat restat revis overestimat underestimat doubl tripl`, "ing") + ` swollen outspent outraised overpaid underpaid overshot cut cuts cutting slid crept creep edged
		reduction reductions overspending underspend swing shift correction
		adjustment error errors uptick downturn upswing overpayment underpayment overcharge markup markdown discount
		expansion contraction fewer less leap plus minus ahead behind apart`
}

// englishRise are the verbs of change without an object: what they are followed by is
// a difference, whatever it counts.
func englishRise() string {
	return conjugated("grow climb jump soar surge plunge plummet shrink rise fall", "_ s ed d ing") + " surging plunging rising growth fell fallen rose risen grew grown shrank shrunk"
}

func englishAround() aroundWords {
	return aroundWords{
		classes: map[role]string{
			isArticle: `a an the his her its their this that these those my our your s both each every`,
			isFunction: `of for to with by in on at into onto from and but which who whom whose what him them me us it you there he she they we i when where while because among amid between against
			during through per if as than like unlike via within without toward towards under over out up back away off down home along forward aside together who's let all any ago vs versus plus`,
			isAuxiliary: `is are was were be been being am has have had having do does did will would can could may might must should shall to`,
			isVerb: englishMoved() + ` stands stand stood sits sat sank sunk drew drawn threw thrown blew blown spent shelled sold bought sought kept held found saw seen met hit shed chose chosen went gone began begun
			came cost told said stole stolen built cut led laid lay ran shot shut split stood struck stuck swung taught tore wore wove wrung brought caught dealt dug drove fought
			wrote writes write hold holds keep keeps own owns owe owes use uses buy buys sell sells see sees seek seeks need needs want wants name names find finds cover covers run runs include includes
			evaporate evaporates vanish vanishes sleep sleeps disappear disappears rot rots lie lies flow flows say says reach reaches mean means total totals equal equals worth remain remains require requires raise spend pay lend send add adds target targets sponsor sponsors claim claims
			broadcast rang rung ate eat eats eaten bet bit blew bled bred burst clung drank drunk fed fled flung forgot froze hid hung hurt knelt knew lit meant quit rode sang slung spun spat sprang
			swept swam swore thrust thought trod woke wound invoice pocket pockets
			become becomes became put set sign signs hire hires employ employs count counts gather gathers draw draws file files list lists charge demand seize ask asks lose loses cost costs`,
			isDative: englishDative(),
			isMoved:  englishMoved(),
			isPlain: `only already just now also then finally even still yet again once recently personally directly initially previously eventually automatically exactly precisely respectively
			collectively jointly secretly quietly publicly privately illegally legally separately immediately subsequently originally simply merely instead alone
			additional further extra other another total totals combined collective cumulative reported full entire whole initial final remaining record fresh new separate separately own overall
			cool whopping staggering hefty massive measly paltry modest tidy handsome princely huge enormous large sizable sizeable generous meager meagre impressive unprecedented historic colossal stunning
			mere same federal private public secret official upfront later earlier time sum grand last next first top further family ally supply assembly monopoly consecutive different outstanding unpaid`,
			isMass: `costs expenses expenditures losses earnings savings assets reserves proceeds revenues sales damages debts liabilities funds receipts outlays profits holdings dues arrears taxes wages
			terms bonds securities shares stocks goods services resources means investments spending winnings takings returns royalties subsidies`,
			isTender: `currency currencies bitcoin bitcoins crypto cryptocurrency cryptocurrencies ether ethereum dogecoin stablecoin stablecoins scrip`,
			isCash:   `money cash dark public private federal secret extra additional more taxpayer foreign soft hard prize hush corporate seed`,
			isBehind: `last next total totals combined overall altogether collectively jointly separately alone instead yesterday today tonight tomorrow earlier later ago worth cash also already
			now then only again once soon overseas abroad here home onward elsewhere online upfront nationwide statewide worldwide citywide rather hang hangs hung flew sits each`,
			isWhole: `all top secret both transfer theft return amount sum total entirety payment payments repayment receipt loss use spending source origin disclosure recipient donor news purpose`,
			isBody: `clerk cooperative caterer campaign party fund charity committee pac union church college university state city county country club team group school hospital bank company firm trust government
			council board court agency department network newspaper station outlet website platform association federation foundation friend ally aide brother sister father mother son
			daughter wife husband man woman child person client judge governor president candidate chairman nephew uncle aunt cousin widow lobby press museum studio partner
			business startup corporation institute society league movement coalition office ministry treasury estate landlord tenant staff`,
			isBounding: `pass passes passed passing cross break breaks broke broken breaking exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topped topping crossed crossing capped limited restricted estimated approaching nearing neared nears`,
			isStronger: `well far way much easily comfortably significantly considerably substantially largely already now clearly still even`,
			isHanding:  `hand hands handed handing turn turns turned turning fork forks forked forking sign signed signing carry carried rolled roll add adds added adding`,
			isMove:     `up down upped upping ups go goes went gone going move moves moved moving take takes took taken raise raises raised raising bring brings brought lift lifted lifting push pushed pushing pushes come came get got`,
			isLasting:  `for in within during since after before`,
			isContest:  `win wins won winning lose loses lost losing beat beats beaten beating defeat defeated defeats miss missed misses missing fail failed fails passed pass lead leads led edged cleared short trounced won`,
			isOf:       `of`,
			isFor:      `for`,
			isBy:       `by`,
			isFrom:     `from`,
			isOr:       `or`,
			isJoining:  `and or but then later next afterwards afterward subsequently finally eventually ultimately`,
			isAgainst:  `against versus vs v`,
			wChange:    englishChange(),
			wRise:      englishRise(),
			wGap: `minimum maximum limit ceiling floor threshold gap gaps shortfall shortfalls deficit deficits surplus surpluses difference discrepancy discrepancies disparity lead margin margins edge advantage excess overrun overruns
			overspend overage shortage shortages hole differential imbalance deviation variance`,
			wTimes: `twice thrice times occasions repeatedly`,
			wIf:    `if unless`,
			wVoid:  conjugated("reject dismiss quash overturn cancel rescind revok void veto annul nullif nullify invalidat disallow retract shelv refus nix waiv debunk discredit revers spurn rebuff snub shun ditch abandon repeal vacat balk baulk", "_ s es e ed ied ies ing led ling ped ping ting") + ` withdraw withdraws withdrew withdrawn overthrown thrown dropped forged forgery snubbed shunned overruled scrap scraps scrapped scrapping nixes tossed baseless unfounded groundless untrue myth hoax lie lies rumor rumors rumour rumours fabrication`,
			wEach:  `each apiece every both any individually`,
			wMean:  `average averages averaged averaging averagely mean median typical typically`,
			wDoubt: `alleged allegedly supposed supposedly purported purportedly claimed rumored rumoured presumed reputed notional theoretical hypothetical
			bogus fake phoney phony sham fictional unproven unconfirmed gross
			possible possibly potential potentially probable projected expected anticipated forecast would-be estimate limit limits ceiling ceilings threshold thresholds floor
			maximum minimum max min rounded rounds rounding equivalent nonexistent fictitious imaginary closer nearer part parts portion share slice fraction majority bulk most rest multiple
			per half halves third thirds quarter quarters fifth tenth`,
		},
		before: phrasesOf(map[Doubt]string{
			Computed: `twice|double|triple|quadruple|thrice|half the|of|that|his|her|its|their|a|this?, half of the|his|her|its|their|that, third|thirds|quarter|quarters|fifth|fifths|tenth|tenths of the|his|her|its|their|that|a?,
			fraction|part|share|majority|most|rest|multiple|some|portion of the|his|her|its|their|that, times the|that?, percent of the|that?, per cent of the|that?, % of the|that?`,
			Denied: `none of the|his|her|its|their|these, far|nowhere from|near the?, anything but, instead of the?, rather than the?, neither, nor, not, never`,
			Unread: `lack|lacks|lacked|lacking, valued|put|priced|pegged|rumoured|rumored at|to be?, an? alleged of?, upward|upwards|short|shy of, perhaps, maybe, all but the?,
			possibly, probably, as high|low|little|large|small|few as, verging|bordering on, raise|raises of, top|tops|topped up the|his|her|its|their|a, match|matches|matched|matching the|his|her|its|their?, toward|towards a|an|his|her|its|their, out of a|an|the|his|her|its|their, or, multiplied|divided by, the? better part of, say, ex, est, among others, inter alia, toward|towards the?, within, nudging|nudged|nudges, brushed|brushing|brushes up? against, grazed|grazing|grazes, flirted|flirting|flirts with, pushing, knocking on, closing in on, headed|heading for, on course|track|pace for, started at|from, could|might|would reach|hit|total the?, could|might|would run|rise|climb|go|amount|come to`,
			NoDoubt: `not only|just|merely|simply|least, no less|fewer than, somewhere, anywhere, the|these|those|his|her|its|their past`,
		}),
		after: phrasesOf(map[Doubt]string{
			Computed: `times, multiplied|divided by, less|more|fewer|higher|lower than, two|three|four|several times, twice over`,
			Unread: `max, min, tops, x, plus, minus, less, more, short, odd, ish, est, approx, perhaps, maybe, if that, if any thing|not|at?,
			at best|worst|most, at the very|outside most?, in theory, on paper, give, shy, net of?, on the dollar, before|after|plus|including|excluding|minus tax|taxes|fees|expenses, up|down from|on, to go, left to, still|yet to, remains|remain|remained to, and counting|climbing|rising|growing, and then some, estimated, or|and upwards|upward, alleged, supposed,
			above, below, beyond, over|under the|its|his|her|their|a? legal|federal|spending|original|initial|annual|agreed|official|campaign? limit|limits|budget|cap|ceiling|target|plan|estimate|maximum|minimum|threshold|allowance, ahead|behind of?, higher, lower, apart, too much|many|little|few,
			worse, better, off, raise, richer, poorer, cheaper, larger, smaller, bigger, wealthier, lighter, heavier, slimmer, fatter, longer, dearer, costlier, taller, in the red|black`,
			NoDoubt: `mostly|mainly|chiefly|largely|primarily|principally for|from|to|in|on|by|at|with`,
		}),
		idle:   listOf("all in all, after all, above all, all told, any longer, any more, in any case|event, at any rate, at any time|point, by any measure, each|one other|another, each other, if any, barely|hardly|scarcely any of, any doubt"),
		among:  []string{"among"},
		apiece: listOf("a pop|throw|go|shot|time|piece, per pop|throw|go"),
		noRate: strings.Fields("ago later earlier before after"),

		denials: phrasesOf(map[denialKind]string{
			negates: `not, never, didn' t, doesn' t, don' t, hasn' t, haven' t, hadn' t, wasn' t, weren' t, isn' t, aren' t, won' t,
			wouldn' t, couldn' t, can' t, cannot, shouldn' t, no longer`,
			excludes: `hardly|barely|scarcely anyone|anybody|any|ever, neither, nobody, no one, no - one, not one, not a single, none, nothing, no`,
			refuses: `deny|denies|denied|denying, dispute|disputes|disputed|disputing, refuse|refuses|refused|refusing, fail|fails|failed|failing to, declined|declines|declining to, decline to,
			gave|gives|give|given|giving up, forgo|forwent|forgoes|foregoes|forego, waive|waives|waived, reject|rejects|rejected|rejecting, cancel|cancels|cancelled|canceled, turned|turn|turns down,
			instead of, rather than, without, yet to, still to, avoid|avoids|avoided, short of, far from, nowhere near, unable|powerless|ineligible|unwilling to, incapable of, exempt|exempted|spared from, lieu of, opposed to, abstained|refrained|refrain from, stopped from, withheld|withhold|withholds, block|blocks|blocked`,
			disowns: `deny|denies|denied|denying|dispute|disputes|disputed|disputing that, doubt|doubts|doubted that, unaware that|of, forgot|forget|forgets|neglected|neglects|neglect|omitted|omits to, false|untrue|wrong|myth|lie|hoax|fiction|nonsense that, false|untrue|wrong to say that`,
			clears: `gave|gives|give|given|giving up to, not only|just|merely|simply|least, not hesitate|hesitated to, didn' t hesitate to, doesn' t hesitate to, not|never refrain|refrained|shy|shied from|away, not until,
			no doubt|wonder|matter|less|fewer|more|secret|question, not the only|first|last, without saying|explaining|asking`,
		}),
		negation: listOf(`was|were|is|are|has|have|had|did|does|do|will|would|could not|never, never, wasn' t, weren' t, isn' t, aren' t,
		didn' t, hasn' t, haven' t, hadn' t, won' t`),
		untrue: listOf(`is|was|are|were false|wrong|untrue|inaccurate|incorrect|bogus|fictitious|fake|invented, never existed|arrived|came|materialised|materialized,
		does|did not|never exist|arrive|materialise|materialize, doesn' t|didn' t exist, a lie|hoax|fiction|fabrication|myth`),
		reaching: listOf("reach|reaches|reached|reaching|hit|hits the?"),
		light: words(`the a an his her its their to be been being have has had having yet ever even actually really also already still
		want wants wanted wish wished able agree agreed plan planned intend intended going try tried manage managed himself herself
		personally directly any all of fully entirely`),
		anew: strings.Fields("has have had is was were are will"),
		clauses: strings.Fields(`who whom whose which but and when while if because although though where after before until
		so`),
		and:        []string{"and"},
		times:      words("minute minutes hour hours day days week weeks month months year years quarter quarters decade decades"),
		forms:      []string{"ed", "ing"},
		adverb:     []string{"ly"},
		at:         "at",
		infinitive: strings.Fields("to will would can could may might must shall should did does do"),
		ahead:      []string{"up", "down"},
		prices:     []string{"prices", "values"},
		be:         strings.Fields("is are was were be been being"),
		persons:    strings.Fields("er or ist ee cian ation"),
		noPersons: words(`former latter other further larger bigger smaller higher lower greater lesser fewer later earlier older newer richer longer shorter inner outer upper
		minor major proper sober bitter eager slender clever tender sheer mere super prior inferior superior poorer cheaper fuller over for or per under after either never whether`),
	}
}
