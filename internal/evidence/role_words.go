package evidence

import "strings"

func englishRoles() roleWords {
	return roleWords{
		give: setOf(`give gives gave given giving pay pays paid paying donate donates donated donating contribute contributes contributed
			contributing invest invests invested investing spend spends spent spending finance finances financed financing funded
			bankroll bankrolls bankrolled offers offered offering promise promises promised promising transfer transfers transferred
			send sends sent lend lends lent pledges pledged handed pour pours poured supply supplies supplied provide
			provides provided awarded commit commits committed wire wires wired channel channels channeled channelled buy buys
			bought purchase purchases purchased hire hires hired owe owes owed owing repay repays repaid reimburse reimburses reimbursed
			bestow bestows bestowed gifted`),
		withGift: setOf(`cut cuts cutting write writes wrote written writing make makes made making hand hands handing extend extends extended
			slip slips slipped issue issues issued`),
		receive: setOf("receive receives received receiving collect collects collected collecting get gets got accepted took taken earn earns earned sell sells sold selling raise raises raised pocket pockets pocketed win wins won"),
		nouns:   setOf("gift gifts donation donations contribution contributions payment payments cheque cheques check checks money cash grant grants loan loans went goes go flowed passed"),
		gifts:   setOf("gift gifts donation donations contribution contributions payment payments cheque cheques check checks grant grants loan loans"),
		given:   setOf("gave given paid donated contributed invested spent transferred sent lent supplied provided awarded"),
		ahead:   setOf("will shall"),
		promised: setOf(`would promise promises promised promising pledge pledges pledged pledging offer offers offered offering plan plans planned
			planning intend intends intended vow vows vowed agree agrees agreed be announced announces expects expected upcoming future due`),
		money: setOf("dollars euros pounds thousand million millions billion billions"),
		by:    setOf("by"), to: setOf("to"), from: setOf("from"), into: setOf("in into"),
		be: setOf("is are was were be been being"),
		between: setOf(`has have had having will would could may might can did do does not never also already then now personally himself
			herself itself themselves to who that still just even later once again`),
		relative: setOf("who which whom whose"),
		naught:   setOf("nothing none"),
		joins:    setOf("and or , &"), articles: setOf("the"), of: setOf("of"), possessive: true,
		speakers: setOf(`spokesman spokeswoman spokesperson spokespeople spokespersons lawyer lawyers attorney attorneys counsel
			representative representatives aide aides`),
		speaksFor: setOf("for of to"),
		bodies: setOf(`fund funds campaign campaigns team teams committee committees pac account accounts company companies foundation network
			group groups party head chief boss owner founder ceo president chairman wife husband son daughter brother sister father mother
			lawyer lawyers allies ally supporters employee employees staff daughter office firm trust organisation organization board side
			opponent rival entourage aides aide`),
		speech: setOf(`write writes wrote writing report reports reported say says said saying add adds added argue argues argued claim claims
			claimed state states stated declare declares declared announce announces announced indicate indicates indicated tell tells told
			note notes noted remark remarks remarked describe describes described call calls called deny denies denied denying reject rejects
			rejected allege alleges alleged hold holds think thinks thought believe believes believed estimate estimates estimated explain
			explains explained mention mentions mentioned suggest suggests suggesting suggested recall recalls recalled warn warns warned insist
			insists insisted paraphrase paraphrases reckon reckons supposes suppose defines define confirms confirmed confirm concludes
			concluded observes observed predicts predicted demands demanded promises admits admitted denounces denounced calculates maintain
			maintains maintained contend contends contended assert asserts asserted liken likens likened`),
		reports: setOf(`write writes wrote report reports reported say says said add adds added argue argues argued claim claims claimed state
			states stated note notes noted remark remarks remarked allege alleges alleged believe believes believed think thinks thought
			insist insists insisted maintain maintains maintained contend contends contended assert asserts asserted suggest suggests
			suggested explain explains explained conclude concludes concluded observe observes observed tell tells told liken likens
			recall recalls recalled warn warns warned reckon reckons estimate estimates estimated`),
		tells: setOf("has had puts put tells told sees saw"),
		cites: setOf("cites cited citing quotes quoted quoting"),
		cited: phraseTableOf(`according to, cited by, quoted by, citing, quoting, in the words of, words of, in the view of, in the eyes of,
			in the telling of, in the account of`),
		per: "per",
		aimed: aimedAt(`in favour of, in favor of, in support of, aimed at, against, supporting, opposing, targeting, in honour of, presenting,
			for the benefit of, attacking, backing, vote for, pro -, anti -`, `support oppose attack back boost promote help elect defeat beat
			unseat endorse criticise criticize praise target stop thwart smear protect defend reelect`),
		people: setOf(`he him his she her hers they them their theirs himself herself themselves who whose whom one man men woman women person people
			billionaire businessman businesswoman entrepreneur candidate candidates president governor senator representative mayor minister
			secretary judge prosecutor counsel author writer journalist reporter interviewer host head chief boss owner founder ceo chairman
			latter former`),
		companies: setOf(`it its itself they them their theirs themselves which whose one company companies firm firms network networks platform
			outlet paper newspaper magazine agency party committee pac group organisation organization fund body government department court
			campaign team latter former`),
		absent: phraseTableOf("not name, not naming, without naming, not mention, without mentioning, not cite, without citing, not identify"),
	}
}

// aimedAt adds to phrases what somebody does with money who is for or against a
// candidate: "to support", "that attack".
func aimedAt(phrases, verbs string) phraseTable {
	for verb := range strings.FieldsSeq(verbs) {
		phrases += ", to " + verb + ", that " + verb + ", that " + verb + "s, which " + verb + ", which " + verb + "s"
	}
	return phraseTableOf(phrases)
}

func frenchRoles() roleWords {
	return roleWords{
		give: setOf(`donne donnent donné donnée donnés données donner donnait verse versent versé versée versés versées verser versait paie paient paye
			payé payée payés payées payer finance financent financé financée financés financées financer offre offrent offert offerte offerts
			offertes offrir promet promettent promis promise promises promettre investit investissent investi investie investis investir dépense
			dépensent dépensé dépensée dépensés dépenser fournit fournissent fourni fournie fournis fournies fournir prête prêté prêtée prêter
			rémunère rémunéré rémunérer achète achètent acheté achetée achetés acheter`),
		receive: setOf(`reçoit reçoivent reçu reçue reçus reçues recevoir touche touchent touché toucher perçoit perçu perçue percevoir encaisse
			encaissé encaisser vend vendent vendu vendue vendus vendues vendre`),
		nouns:  setOf("don dons versement versements contribution contributions paiement paiements chèque chèques prêt prêts"),
		money:  setOf("dollars euros livres millions milliards"),
		naught: setOf("rien"),
		by:     setOf("par"), to: setOf("à au aux"), from: setOf("de d du des"), into: setOf("dans"),
		be: setOf("est sont était étaient été être sera seront fut furent"),
		between: setOf(`a ont avait avaient aura auront va vont ne n pas jamais déjà aussi ensuite lui même qui y en se s officiellement
			personnellement également`),
		relative:  setOf("qui dont que qu"),
		speakers:  setOf("porte-parole avocat avocats avocate représentant représentante représentants"),
		speaksFor: setOf("de d du des"),
		joins:     setOf("et ou ,"), articles: setOf("le la les l"), of: setOf("de d du des"),
		bodies: setOf(`fonds campagne campagnes équipe équipes comité comités compte comptes société sociétés fondation réseau groupe groupes parti
			patron patronne chef dirigeant propriétaire fondateur président femme mari fils fille frère sœur père mère avocat avocats alliés
			soutiens salariés employés entreprise entreprises camp rival entourage soutien`),
		speech: setOf(`écrit écrivent dit disent rapporte rapportent rapportait affirme affirment indique indiquent explique déclare déclaré annonce
			annonçait annoncé rappelle estime assure précise ajoute soutient nie dément rejette accuse`),
		cited: phraseTableOf("selon, d ' après, d ' après les chiffres de, cité par, citée par, cités par, comme le rapporte, comme le rappelle, aux yeux de"),
		aimed: phraseTableOf(`en faveur de, en faveur d ', contre, visent directement, vise, visent, en soutien à, au profit de, du côté de, pro -, anti -,
			pour faire élire, pour soutenir, pour attaquer, pour faire battre, pour défendre`),
		people: setOf(`il ils elle elles lui leur leurs eux son sa ses sien sienne celui celle ceux celles dernier dernière derniers on qui dont homme
			hommes femme femmes personne personnes milliardaire entrepreneur entrepreneuse intéressé intéressée candidat candidate candidats
			président présidente gouverneur gouverneure sénateur sénatrice représentant représentante maire ministre secrétaire juge procureur
			procureure auteur autrice journaliste intervieweur intervieweuse animateur animatrice patron patronne dirigeant dirigeante propriétaire
			fondateur fondatrice chef`),
		companies: setOf(`il ils elle elles lui leur leurs eux son sa ses sien sienne celui celle ceux celles dernier dernière derniers qui dont société
			sociétés entreprise entreprises réseau réseaux plateforme média médias journal quotidien magazine agence parti comité groupe
			organisation fonds organisme gouvernement ministère cour tribunal campagne équipe`),
		absent: phraseTableOf("sans nommer, sans citer"),
	}
}
