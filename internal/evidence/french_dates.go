package evidence

import "strings"

func frenchDates() dateTables {
	return dateTables{
		dateBefore: phrasesOf(map[Doubt]string{
			Unread: `peut - être, probablement, possiblement, sans doute, vraisemblablement, apparemment, ou, ou bien, soit, entre,
			sauf, excepté, hormis, hors, à l' exception de|du|des, à l' approche de|du|des, dans la foulée de|du|des, à l' exclusion de|du|des, plutôt que|qu', au lieu de|du|des, suivi|suivent|suivirent|suivant|précédé|précèdent|précédant le|la?, en dehors de|du, à part, en dehors des, autre que, autres que, sinon, tout jour|mois sauf,
			le? week - end du|de, si, à moins de|que, autour ou`,
			Denied: "pas, jamais, non",
		}),
		dateEach: listOf(`chaque, tous|toutes les jours|semaines|mois|ans|lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches|matins|soirs|trimestres|étés|hivers|printemps|automnes?, chaque|par an|année|jour|mois|semaine|trimestre|été|hiver|printemps|automne|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir,
			le lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche, lundis, mardis, mercredis, jeudis, vendredis, samedis, dimanches, annuellement, une fois par an|mois, tous les ans ;,
			chaque année ;`),
		dateNear: words(`jour jours semaine semaines mois an ans année années heure heures minute minutes décennie décennies trimestre trimestres semestre semestres quinzaine
			week-end anniversaire veille avant-veille lendemain surlendemain exercice exercices fiscal fiscale budgétaire comptable
			moitié majorité exception essentiel reste majeure partie tiers quart plupart
			avant après depuis jusqu' dès passé presque quasi approchant suivant précédant contrairement comme contre peu juste bien longtemps sous hors
			prochain dernier chaque`),
		dateBehind: listOf(`ou, peut - être, environ, probablement, sans doute, au mieux, à peu près, si, s' il|ils|elle, à moins, exclu, exclus, exclue, excepté, non compris|inclus,
			de? chaque, tous les ans, et chaque, mis|mise à part`),
		datePlace:   strings.Fields("en le au aux à pendant durant dans lors sur courant ce cet cette"),
		dateThrough: strings.Fields("la l' de du d' des les un une son sa ses leur leurs cours seulement aussi"),
		datePart:    listOf(`le|au|à|en|la? début|fin|courant|milieu|mi de|d'|du, le|au|du? mois de|d', l'|en|de année, l' an, les? années, le? matin|soir|après - midi|jour du|de, l' année civile, année civile`),
		yearNoun:    strings.Fields("année an"),
		fiscal:      strings.Fields("exercice exercices fiscal fiscale budgétaire comptable scolaire saison année cycle"),
		sets:        strings.Fields("fixé prévu reporté renvoyé programmé ajourné repoussé décalé avancé convoqué"),
		takesEffect: words(`applique appliquent appliquait appliquera appliqueront applicable applicables vigueur effet doit doivent devra devront obligatoire obligatoires interdit interdite interdits
			interdites autorisé autorisée`),
		moves: words(`reporté reportée reportés reportées repoussé repoussée repoussés repoussées renvoyé renvoyée renvoyés renvoyées décalé décalée décalés décalées déplacé déplacée déplacés déplacées
			avancé avancée avancés avancées ajourné ajournée ajournés ajournées différé différée différés différées report`),
		timeRanks:  words("précédent précédente précédents suivant suivante dernier dernière prochain prochaine passé passée écoulé écoulée même autre"),
		timeShifts: words("tôt tard auparavant avant après"),
		timeFrom:   strings.Fields("avant après"),
		longTimes:  words("siècle siècles millénaire mandat mandats cycle cycles législature exercice exercices"),
		ofNoun:     strings.Fields("du de des d' ce cette"),
		that:       []string{"que", "qu'"},

		seasons:   map[string]int{"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
		partCodes: map[byte]int{'T': 3, 'Q': 3, 'S': 6},
		timeLengths: map[string]length{
			"jour": {days: 1}, "jours": {days: 1}, "semaine": {days: 7}, "semaines": {days: 7}, "mois": {months: 1},
			"trimestre": {months: 3}, "trimestres": {months: 3}, "moitié": {months: 6}, "semestre": {months: 6}, "semestres": {months: 6},
			"an": {months: 12}, "ans": {months: 12}, "année": {months: 12}, "années": {months: 12}, "exercice": {months: 12}, "exercices": {months: 12}, "décennie": {months: 120}, "décennies": {months: 120},
		},
		periods: strings.Fields("période session saison cycle"),
		firsts:  strings.Fields("premier première premiers premières"),
		finals:  strings.Fields("dernier dernière derniers dernières ultimes quatrième"),
		ends: phrasesOf(map[int]string{
			-1: `clos|close|clôturé|clôturée|achevé|achevée|achevés|achevées|terminé|terminée|terminés|terminées|arrêté|arrêtée|échu|échue|échus, qui? se terminant|termine|terminait, qui? s' achevant|achève|achevait|étend,
			finissant, expirant, prenant fin, qui s' est|sont achevé|achevée|achevés|terminé|terminée|terminés, qui se sont achevés|terminés, au, à, jusqu' à|au`,
			1: `commençant, débutant, qui commence|débute|commençait|débutait, ouvert|ouverte, à partir du|de, à compter du|de`,
		}),
		endLead: strings.Fields("le la au en à"),

		this:      []string{"ce", "cet", "cette"},
		anyDay:    strings.Fields("le un les du au quelque"),
		partOfDay: strings.Fields("matin soir midi après - nuit"),
		noons:     strings.Fields("midi minuit"),
		oclock:    strings.Fields("heures heure h"),
		opensDays: strings.Fields("de entre"),
		leads:     strings.Fields(`dans la le l' nuit de du d' durant pendant depuis jusqu' à dès partir entre au soirée journée matinée en et mais vers ce après avant`),
		fragments: strings.Fields("lors au aux à dans sur devant en pendant durant chez sous avec près face"),

		verbs: tenses(map[tense]string{
			past: "fut furent étais étions",
			unclear: `a ont ai as avons est sont suis être avoir doit doivent peut peuvent va vont devra devront devait devaient pouvait pourra prévu prévue prévus prévues attendu attendue attendus attendues
			fixé fixée reporté reportée repoussé repoussée programmé programmée convoqué convoquée renvoyé renvoyée ajourné ajournée annoncé annoncée`,
		}),
		have:              words("a ont ai as avons avait avaient"),
		now:               words("est sont"),
		awaited:           words("prévu prévue prévus prévues attendu attendue attendus attendues fixé fixée programmé programmée convoqué convoquée"),
		helpers:           words("a ont ai as avons avez avait avaient est sont était étaient été être avoir fut furent sera seront aura auront serait seraient"),
		movedOn:           words("arrivé arrivée arrivés arrivées parti partie partis parties venu venue venus revenu revenue revenus mort morte morts mortes né née nés allé allée allés entré entrée entrés sorti sortie sortis resté restée restés tombé tombée tombés devenu devenue décédé décédée rentré rentrée monté montée intervenu intervenue parvenu parvenue"),
		oneself:           strings.Fields("s' se m' me nous"),
		pastForms:         strings.Fields("é ée és ées"),
		strongParticiples: strings.Fields("u ue us ues i ie is ies it its ite ites ert erte erts ort eint aint oint"),
		bounds:            words("commencé débuté ouvert ouverte lancé lancée entamé démarré achevé achevée terminé terminée fini finie clos close fermé duré prolongé commence débute achève termine début fin"),
		irregularPast:     words("pris prise prises mis mise mises dit dite dits fait faite faits vu vue vus reçu reçue reçus rendu rendue rendus tenu tenue tenus eu élu élue élus écrit écrite vendu vendue perdu perdue conclu conclue réuni réunie réunis saisi saisie choisi choisie fourni fournie remis remise promis promise permis ouvert ouverte offert offerte découvert découverte paru parue voulu fini finie subi subie entendu entendue répondu"),
		futures:           strings.Fields("era ira dra vra rra îtra ettra aura eront iront dront vront rront tront auront"),
		conditionals:      strings.Fields("rait raient"),
		imperfects:        strings.Fields("ait aient"),
		noFuture:          words("opéra retira tira attira admira inspira expira respira soupira"),
		noImperfect:       words("fait lait trait parfait portrait souhait retrait extrait attrait"),
		betweenVerbs:      words("pas jamais tous toutes plus déjà ensuite finalement encore aussi également bien ainsi été donc alors enfin y en lui leur"),
	}
}
