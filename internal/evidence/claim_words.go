package evidence

// lackVerbs are what an article does of which it is said that it does not, and
// lackNouns what it goes without.
var (
	lackVerbs = setOf(`name names named naming give gives given giving say says said saying mention mentions mentioned mentioning cite cites cited
		citing date dates dated dating quote quotes quoted quoting specify specifies specified specifying identify identifies identified
		identifying raise raises raised discuss discusses discussed state states stated stating explain explains explained number numbers
		numbered print prints printed tell tells told present presents describe describes described attribute attributes speak speaks detail
		details detailed list lists know known`)
	lackNouns    = setOf("figure figures date dates place name names number numbers recipient source sources amount detail details period day year currency payer payee citing")
	lackSubjects = setOf("whom it article outlet text source paper sentence story report piece headline author newspaper magazine site page paragraph broadcaster agency")
)

// What ends the claim of a sentence, and what begins a remark in it.
var (
	claimEnders    = setOf("and but or so which who whom while although though because as since whereas whether where when with without for in")
	andEnders      = setOf("that so it they thus whether then")
	clauseStarters = setOf("because although though whereas while whether whom whose")
	remarkOpeners  = setOf(`since so because although though while until during who whom which whose where cited citing formerly notably a an the in on by after before at with when if as for from of its
		his her their to then like`)
)
